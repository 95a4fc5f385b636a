package org.fourportals.benchmarks.pool;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.fourportals.base.postgres.EmbeddedPostgres;
import org.fourportals.benchmarks.Figure;
import org.fourportals.benchmarks.Results;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectKind;
import org.fourportals.pool.Value;
import org.postgresql.PGConnection;

/**
 * PostgreSQL with the same records: one table with the pool's key as primary key, fields as one text, loaded by COPY in two
 * sessions and indexed afterwards; lookups by a prepared statement, decoded; changes by upsert that lets the newer version win.
 */
final class PostgresPeer {

    private static final int WARM_RESIDENTS = 100_000;
    private static final int LOOKUPS = 20_000;
    private static final int BATCH = 500;

    private final BigCity city;
    private final Path folder;
    private final Results results;

    PostgresPeer(BigCity city, Path folder, Results results) {
        this.city = city;
        this.folder = folder;
        this.results = results;
    }

    Measured measure() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            try (var connection = connect(postgres); var statement = connection.createStatement()) {
                statement.execute("ALTER SYSTEM SET shared_buffers = '4GB'");
                statement.execute("ALTER SYSTEM SET maintenance_work_mem = '1GB'");
                statement.execute("ALTER SYSTEM SET max_wal_size = '16GB'");
            }
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            try (var connection = connect(postgres); var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE records (subject bigint, dataset smallint, id text, version bigint, fields text)");
                var begun = System.nanoTime();
                var records = load(postgres);
                statement.execute("ALTER TABLE records ADD PRIMARY KEY (subject, dataset, id)");
                var perSecond = records / ((System.nanoTime() - begun) / 1e9);
                statement.execute("VACUUM ANALYZE records");
                double bytes;
                try (var size = statement.executeQuery("SELECT pg_total_relation_size('records')")) {
                    size.next();
                    bytes = size.getLong(1) / (double) records;
                }
                var lookups = lookups(postgres);
                var upserts = upserts(postgres);
                results.add(Figure.of("load-records-per-second.postgresql", perSecond, "records/s"));
                results.add(Figure.of("bytes-per-record.postgresql", bytes, "B"));
                results.add(Figure.of("lookup-warm-per-second.postgresql", lookups.perSecond(), "lookups/s"));
                results.add(Figure.of("lookup-warm-p50-micros.postgresql", lookups.p50Micros(), "µs"));
                results.add(Figure.of("lookup-records-found.postgresql", lookups.found(), "records"));
                results.add(Figure.of("upserts-per-second.postgresql", upserts, "records/s"));
                return new Measured(perSecond, bytes, lookups.perSecond(), upserts);
            }
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws Exception {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private long load(EmbeddedPostgres postgres) throws Exception {
        var tasks = new ArrayList<Callable<Long>>();
        for (var half = 0; half < OurPool.THREADS; half++) {
            var first = half;
            tasks.add(() -> copy(postgres, first));
        }
        var records = 0L;
        try (var threads = Executors.newFixedThreadPool(OurPool.THREADS)) {
            for (var done : threads.invokeAll(tasks)) {
                records += done.get();
            }
        }
        return records;
    }

    /** Every second subject, in order. */
    private long copy(EmbeddedPostgres postgres, int first) throws Exception {
        var records = 0L;
        try (var connection = connect(postgres)) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY records FROM STDIN");
            var line = new StringBuilder();
            for (var kind : SubjectKind.values()) {
                for (var serial = 1L + first; serial <= city.subjects(kind); serial += OurPool.THREADS) {
                    records += city.recordsOf(kind, serial, CityLoad.subject(kind, serial), record -> write(record, line));
                    if (line.length() > 200_000) {
                        send(copy, line);
                    }
                }
            }
            send(copy, line);
            copy.endCopy();
        }
        return records;
    }

    private static void send(org.postgresql.copy.CopyIn copy, StringBuilder line) throws Exception {
        var bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        line.setLength(0);
    }

    private static int code(String dataset) {
        return CODES.computeIfAbsent(dataset, name -> CODES.size() + 1);
    }

    private static final java.util.Map<String, Integer> CODES = java.util.Collections.synchronizedMap(new HashMap<>());

    private static void write(PoolRecord record, StringBuilder line) {
        line.append(record.subject().number()).append('\t').append(code(record.dataset())).append('\t').append(record.id())
                .append('\t').append(record.version()).append('\t').append(fields(record)).append('\n');
    }

    private static String fields(PoolRecord record) {
        var written = new StringBuilder();
        new TreeMap<>(record.fields()).forEach((name, value) -> written.append(written.isEmpty() ? "" : "|").append(text(value)));
        return written.toString();
    }

    private static String text(Value value) {
        return value instanceof Value.Picture picture ? java.util.Base64.getEncoder().encodeToString(picture.bytes()) : value.written();
    }

    private Lookups lookups(EmbeddedPostgres postgres) throws Exception {
        var connections = new ArrayList<Connection>();
        var readers = new ArrayList<Lookups.Reader>();
        for (var i = 0; i < OurPool.THREADS; i++) {
            var connection = connect(postgres);
            connections.add(connection);
            var statement = connection.prepareStatement("SELECT dataset, id, version, fields FROM records WHERE subject = ? AND dataset IN (?, ?, ?, ?, ?)");
            readers.add((serial, sets) -> read(statement, serial, sets));
        }
        var residents = Math.min(WARM_RESIDENTS, city.subjects(SubjectKind.PERSON));
        var dataSets = WholeRegisters.of(Path.of("catalogue"));
        Lookups.run(dataSets, readers, residents, LOOKUPS, 7);
        var lookups = Lookups.run(dataSets, readers, residents, LOOKUPS, 11);
        for (var connection : connections) {
            connection.close();
        }
        return lookups;
    }

    private static int read(PreparedStatement statement, long serial, List<String> sets) throws Exception {
        statement.setLong(1, CityLoad.subject(SubjectKind.PERSON, serial).number());
        for (var i = 0; i < sets.size(); i++) {
            statement.setInt(2 + i, code(sets.get(i)));
        }
        var found = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found += rows.getString(4).split("\\|").length > 0 ? 1 : 0;
            }
        }
        return found;
    }

    private double upserts(EmbeddedPostgres postgres) throws Exception {
        var callers = 4;
        var until = System.nanoTime() + 10_000_000_000L;
        var tasks = new ArrayList<Callable<Long>>();
        for (var caller = 0; caller < callers; caller++) {
            var random = new SplittableRandom(100 + caller);
            tasks.add(() -> upsert(postgres, random, until));
        }
        var begun = System.nanoTime();
        var written = 0L;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (var done : threads.invokeAll(tasks)) {
                written += done.get();
            }
        }
        return written / ((System.nanoTime() - begun) / 1e9);
    }

    private long upsert(EmbeddedPostgres postgres, SplittableRandom random, long until) throws Exception {
        var written = 0L;
        try (var connection = connect(postgres);
             var statement = connection.prepareStatement(String.format(Locale.ROOT, """
                     INSERT INTO records VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject, dataset, id)
                     DO UPDATE SET version = excluded.version, fields = excluded.fields WHERE records.version < excluded.version"""))) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < until) {
                var batch = new TreeMap<String, PoolRecord>();
                while (batch.size() < BATCH) {
                    var serial = 1 + random.nextLong(city.subjects(SubjectKind.VEHICLE));
                    city.recordsOf(SubjectKind.VEHICLE, serial, CityLoad.subject(SubjectKind.VEHICLE, serial), record -> {
                        if (batch.size() < BATCH) {
                            batch.put("%020d/%05d/%s".formatted(record.subject().number(), code(record.dataset()), record.id()), record);
                        }
                    });
                }
                var version = 1_780_000_000_000_000L + random.nextInt(1_000_000_000);
                for (var record : batch.values()) {
                    statement.setLong(1, record.subject().number());
                    statement.setInt(2, code(record.dataset()));
                    statement.setString(3, record.id());
                    statement.setLong(4, version);
                    statement.setString(5, fields(record));
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
                written += batch.size();
            }
        }
        return written;
    }
}
