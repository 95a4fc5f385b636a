package org.fourportals.base.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server over a folder of ours: passwords by SCRAM, data checksums, fsync on. What it acknowledged survives the death of
 * this process, of the server, or of both; an orphan left by a killed process is stopped before the next start. One process a folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String USER = "fourportals";
    /** Where the file of its process id names the port. */
    private static final int PORT_LINE = 3;
    private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

    private final Path folder;
    private final FileChannel lock;
    private final int port;
    private final String password;
    private final Process server;

    private EmbeddedPostgres(Path folder, FileChannel lock, int port, String password, Process server) {
        this.folder = folder;
        this.lock = lock;
        this.port = port;
        this.password = password;
        this.server = server;
    }

    /**
     * Starts the server over this folder, creating it where there is none. The caller closes it when nobody needs it any more.
     *
     * @throws IllegalStateException if another process holds the folder or the server does not come up; the message says what to do
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock = hold(folder);
            Path programs = PostgresBinaries.unpack(folder.resolve("programs"));
            Path passwordFile = folder.resolve("password");
            Path data = folder.resolve("data");
            if (!Files.exists(data)) {
                create(programs, folder, data, passwordFile);
            }
            stopOrphan(data);
            int port = freePort();
            Process server = launch(programs, folder, data, port);
            EmbeddedPostgres postgres =
                    new EmbeddedPostgres(folder, lock, port, Files.readString(passwordFile).strip(), server);
            postgres.awaitReady();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
        }
    }

    /** How to connect to a server. */
    public record Access(String jdbcUrl, String user, String password) {
    }

    /** How to connect to the server that another process runs over this folder; empty where none runs. */
    public static Optional<Access> running(Path folder) {
        Path pidFile = folder.resolve("data/postmaster.pid");
        Path lockFile = folder.resolve("lock");
        if (!Files.exists(pidFile) || !Files.exists(lockFile)) {
            return Optional.empty();
        }
        try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) {
                return Optional.empty();
            }
            String port = Files.readAllLines(pidFile).get(PORT_LINE).strip();
            return Optional.of(new Access("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, Files.readString(folder.resolve("password")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("It cannot be told whether PostgreSQL runs over " + folder, e);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl("postgres");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server, letting running transactions roll back; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (server.isAlive()) {
            signal("INT", server.pid());
            try {
                if (!server.waitFor(30, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} was not released", folder, e);
        }
    }

    private static FileChannel hold(Path folder) throws IOException {
        FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (java.nio.channels.OverlappingFileLockException e) {
            LOG.debug("Held within this process", e);
        }
        lock.close();
        throw new IllegalStateException("Another Four Portals is running on " + folder + ". Stop it, or use another --data folder.");
    }

    /** Creates beside and moves into place, so that a half-made cluster is never taken for a whole one. */
    private static void create(Path programs, Path folder, Path data, Path passwordFile) throws IOException {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
        Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
        Path fresh = folder.resolve("data.new");
        deleteTree(fresh);
        run(programs, folder, List.of(programs.resolve("bin/initdb").toString(), "-D", fresh.toString(), "-U", USER,
                "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"));
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Process launch(Path programs, Path folder, Path data, int port) throws IOException {
        List<String> command = unprivileged();
        if (Files.isExecutable(OWN_SESSION)) {
            command.addFirst(OWN_SESSION.toString()); // so that Ctrl-C reaches us alone, and we stop it last
        }
        command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + port,
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "shared_buffers=128MB",
                "-c", "max_connections=100", "-c", "password_encryption=scram-sha-256", "-c", "timezone=UTC"));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile())).start();
    }

    private static void run(Path programs, Path folder, List<String> arguments) throws IOException {
        List<String> command = unprivileged();
        command.addAll(arguments);
        Path log = folder.resolve("initdb.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("initdb failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was being set up in " + programs, e);
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private static List<String> unprivileged() {
        return new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
    }

    /** A server whose process was killed may still run over the data: stop it and wait, as a second one must never start. */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle orphan = ProcessHandle.of(pid).filter(p -> p.info().command().orElse("").endsWith("postgres")).orElse(null);
        if (orphan != null) {
            LOG.info("Stopping a PostgreSQL left over from a killed process (pid {})", pid);
            signal("INT", pid);
            try {
                orphan.onExit().get(60, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("The PostgreSQL with pid " + pid + " does not stop. Stop it by hand and start again.", e);
            }
        }
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        SQLException last = null;
        while (System.nanoTime() < until && server.isAlive()) {
            try (var connection = DriverManager.getConnection(jdbcUrl(), USER, password)) {
                return;
            } catch (SQLException e) {
                last = e;
                java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        close();
        throw new IllegalStateException("PostgreSQL did not come up; see " + folder.resolve("postgres.log"), last);
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
