package org.fourportals.cassandra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Up to three nodes on 127.0.0.1 to 127.0.0.3, on free ports, in one data centre. All of it is gone after {@link #close}. */
public final class CassandraCluster implements AutoCloseable {

    /** The name of the data centre the nodes stand in. */
    public static final String DATACENTER = "datacenter1";

    private static final long START_SECONDS = 240;
    private static final int JOININGS = 3;

    private final Path folder;
    private final List<CassandraNode> nodes = new ArrayList<>();

    /**
     * Starts the nodes and waits for all of them.
     *
     * @param libraries where the build put the server's libraries ({@code cassandra/node/target/lib})
     * @param folder for data and logs; emptied before and removed afterwards
     * @param options of each node's Java, such as {@code -Xmx800m}
     * @throws IllegalStateException saying what is missing or why a node does not start
     */
    public static CassandraCluster start(Path libraries, Path folder, int nodes, String... options) {
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException("Cassandra's libraries are not in " + libraries + ": build the module cassandra/node first");
        }
        var java = Jdk17.java();
        var cluster = new CassandraCluster(folder.toAbsolutePath());
        try {
            cluster.open(java, libraries.toAbsolutePath(), nodes, List.of(options));
        } catch (RuntimeException e) {
            cluster.nodes.forEach(CassandraNode::kill);
            throw e;
        }
        return cluster;
    }

    private CassandraCluster(Path folder) {
        this.folder = folder;
    }

    private void open(Path java, Path libraries, int count, List<String> options) {
        delete(folder);
        var free = freePorts(2 + count);
        for (var i = 0; i < count; i++) {
            var ports = new CassandraNode.Ports(free.get(0), free.get(1), free.get(2 + i));
            nodes.add(new CassandraNode(new CassandraNode.Plan(java, libraries, folder.resolve("node" + (i + 1)), "127.0.0." + (i + 1), ports, options)));
        }
        // One after the other: nodes that meet for the first time at once may not agree on the system's own tables.
        nodes.forEach(CassandraCluster::join);
    }

    /** A machine with much to do may let a new node wait for the others in vain: it then begins anew, with nothing. */
    private static void join(CassandraNode node) {
        for (var left = JOININGS - 1; ; left--) {
            node.start();
            try {
                node.awaitReady(START_SECONDS);
                return;
            } catch (IllegalStateException e) {
                node.kill();
                if (left == 0) {
                    throw e;
                }
                delete(node.folder());
            }
        }
    }

    private static List<Integer> freePorts(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no free ports", e);
        } finally {
            for (var socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException("a port cannot be given back", e);
                }
            }
        }
    }

    /** All nodes, those that were killed too. */
    public List<CassandraNode> nodes() {
        return List.copyOf(nodes);
    }

    /** Where clients connect to each node. */
    public List<InetSocketAddress> addresses() {
        return nodes.stream().map(CassandraNode::address).toList();
    }

    /** Bytes of a keyspace's tables on all nodes together, after what is in memory was written out. */
    public long bytes(String keyspace) {
        var bytes = 0L;
        for (var node : nodes) {
            node.nodetool("flush", keyspace);
            bytes += size(node.data().resolve(keyspace));
        }
        return bytes;
    }

    private static long size(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot measure " + folder, e);
        }
    }

    private static void delete(Path folder) {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot empty " + folder, e);
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(CassandraNode::kill);
        delete(folder);
    }
}
