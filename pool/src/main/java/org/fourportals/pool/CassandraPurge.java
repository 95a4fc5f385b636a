package org.fourportals.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Has every node write out and rewrite the files that hold a subject, so that what was overwritten or deleted there is gone from the
 * disk at once and not when the next compaction comes by: what {@code nodetool flush} and {@code nodetool forcecompact} do.
 */
final class CassandraPurge {

    private static final String[] BY_SUBJECT = {"records", "history", "named"};

    /** The partition of those whom a name leads to. */
    record Name(short dataset, String field, String name) {

        /** As the server writes a key of several parts. */
        String key() {
            return dataset + ":" + field + ":" + name.replace("\\", "\\\\").replace(":", "\\:");
        }
    }

    private final CassandraPlace place;

    CassandraPurge(CassandraPlace place) {
        this.place = place;
    }

    /** Whether the operator lets us ask the nodes. */
    boolean possible() {
        return !place.management().isEmpty();
    }

    /** @throws UncheckedIOException if a node cannot be asked: the erasure stands, and asking again is safe */
    void purge(SubjectId subject, Collection<Name> names) {
        for (var node : place.management()) {
            try (var connector = JMXConnectorFactory.connect(new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + node + "/jmxrmi"), environment())) {
                purge(connector.getMBeanServerConnection(), subject, names);
            } catch (IOException | JMException | SecurityException e) {
                throw new UncheckedIOException("what was erased may still be on the disk of the node " + node + ": erase again when it answers ("
                        + e.getMessage() + ")", new IOException(e));
            }
        }
    }

    private HashMap<String, Object> environment() {
        var environment = new HashMap<String, Object>();
        var access = place.access();
        if (access != null && !access.user().isBlank()) {
            environment.put(JMXConnector.CREDENTIALS, new String[] {access.user(), access.password()});
        }
        return environment;
    }

    private void purge(MBeanServerConnection node, SubjectId subject, Collection<Name> names) throws JMException, IOException {
        var storage = new ObjectName("org.apache.cassandra.db:type=StorageService");
        var strings = String[].class.getName();
        var string = String.class.getName();
        node.invoke(storage, "forceKeyspaceFlush", new Object[] {place.keyspace(), new String[] {"records", "history", "named", "links"}}, new String[] {string, strings});
        for (var table : BY_SUBJECT) {
            compact(node, storage, table, Long.toString(subject.number()));
        }
        for (var name : names) {
            compact(node, storage, "links", name.key());
        }
    }

    private void compact(MBeanServerConnection node, ObjectName storage, String table, String key) throws JMException, IOException {
        node.invoke(storage, "forceCompactionKeysIgnoringGcGrace", new Object[] {place.keyspace(), table, new String[] {key}},
                new String[] {String.class.getName(), String.class.getName(), String[].class.getName()});
    }
}
