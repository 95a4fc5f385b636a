package org.fourportals.sharing.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.fourportals.base.Folders;
import org.fourportals.identity.SubjectVault;
import org.fourportals.pool.CassandraPool;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolCopy;
import org.fourportals.pool.RocksPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

/**
 * The command `./fourportals copy-pool`: copies the pool from the data folder to a Cassandra cluster or back and then compares every record,
 * kept version, identifier and erasure in both directions. The system must not run meanwhile; RocksDB's lock sees to it on one side.
 */
public final class CopyPoolCommand {

    static final String HELP = """
            Usage: ./fourportals copy-pool --to cassandra|rocksdb --contact-points HOST:PORT,… --datacenter NAME [options]

            Copies the pool of the data folder to a Cassandra cluster, or back, and compares everything afterwards. Stop the system before.
            Exits with 0 if both hold the same, with 1 if they differ or something failed, with 2 if it was called wrongly.

              --data DIR            the data folder  (.data)
              --catalogue DIR       the city's catalogue  (catalogue)
              --keyspace NAME       (fourportals_pool)
              --replication N       copies of each record if the keyspace is made now  (3)
              --user NAME           the password is read from FOURPORTALS_POOL_CASSANDRA_PASSWORD
              --tls true            speak TLS
              --only-compare true   copy nothing""";

    private static final int FINE = 0;
    private static final int DIFFERENT = 1;
    private static final int MISUSED = 2;
    private static final Set<String> OURS = Set.of("to", "data", "catalogue", "only-compare", "contact-points",
            "datacenter", "keyspace", "replication", "user", "tls");

    private final PrintStream out;
    private final Map<String, String> environment;

    CopyPoolCommand(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    /** Takes the options of {@link #HELP}. */
    public static void main(String[] arguments) {
        // What the driver tells of itself is for a server's log.
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.exit(new CopyPoolCommand(new PrintStream(System.out, true, StandardCharsets.UTF_8), System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            out.println(HELP);
            return FINE;
        }
        try {
            return run(options(arguments));
        } catch (IllegalArgumentException e) {
            out.println("copy-pool: " + e.getMessage() + "\n\n" + HELP);
            return MISUSED;
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            out.println("copy-pool: " + e.getMessage());
            return DIFFERENT;
        }
    }

    private static Map<String, String> options(String... arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!OURS.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " is not understood, or lacks its value");
            }
            options.put(name, arguments[i + 1]);
        }
        if (!options.getOrDefault("to", "").matches("cassandra|rocksdb")) {
            throw new IllegalArgumentException("--to must be cassandra or rocksdb");
        }
        return options;
    }

    private int run(Map<String, String> options) throws IOException {
        Path data = Path.of(options.getOrDefault("data", ".data"));
        Path catalogue = options.containsKey("catalogue") ? Path.of(options.get("catalogue")) : Folders.defaultCatalogue();
        var place = new CassandraSettings(name -> setting(options, name)).place();
        boolean toCassandra = "cassandra".equals(options.get("to"));
        if (toCassandra && !Files.isDirectory(data.resolve("pool"))) {
            throw new IllegalArgumentException("there is no pool in " + data);
        }
        var dataSets = DataSets.read(catalogue.resolve("datasets.tsv"));
        var clock = Clock.system(ZoneId.of(environment.getOrDefault("FOURPORTALS_ZONE", "Asia/Shanghai")));
        byte[] key = SubjectVault.systemKey("pool", environment.getOrDefault("FOURPORTALS_MASTER_KEY", ""), data);
        try (Pool rocks = RocksPool.open(data.resolve("pool"), dataSets, clock, key); Pool cassandra = CassandraPool.open(place, dataSets, clock, key)) {
            return toCassandra ? move(rocks, cassandra, options) : move(cassandra, rocks, options);
        }
    }

    private @Nullable String setting(Map<String, String> options, String name) {
        return name.equals("password") ? environment.get("FOURPORTALS_POOL_CASSANDRA_PASSWORD") : options.get(name);
    }

    private int move(Pool from, Pool to, Map<String, String> options) {
        if (!"true".equals(options.get("only-compare"))) {
            out.println("Copying …");
            PoolCopy.copy(from, to);
        }
        out.println("Comparing …");
        var compared = PoolCopy.compare(from, to);
        out.printf("%,d records (deletions included), %,d kept versions, %,d identifiers, %,d erasures compared: %,d difference(s)%n",
                compared.records(), compared.versions(), compared.identifiers(), compared.erasures(), compared.differing());
        compared.examples().forEach(example -> out.println("  " + example));
        return compared.same() ? FINE : DIFFERENT;
    }
}
