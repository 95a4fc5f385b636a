package org.fourportals.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.CityTime;
import org.fourportals.base.Folders;
import org.fourportals.base.WorkingDays;
import org.fourportals.identity.SubjectVault;
import org.fourportals.identity.internal.KeyConnections;
import org.fourportals.identity.internal.MasterKey;
import org.fourportals.intake.internal.ConnectorStore;
import org.fourportals.intake.internal.KeptRows;
import org.fourportals.intake.internal.PushStore;
import org.fourportals.intake.internal.RejectedRows;
import org.fourportals.intake.internal.Run;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.RocksPool;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The room with all it rests on: a real database, a real pool, the city's data sets; only the clock is set. */
final class IntakeRoom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A department that delivers its library's readers as files. */
    static final String READERS = """
            id: readers
            department: culture-tourism
            dataset: library-readers
            record-id: readerNo
            subject: {resident-id: residentId}
            version: changed
            deleted: {column: state, value: D}
            folder: {path: readers}
            """;
    static final String HEADER = "residentId,readerNo,registeredDate,readerStatus,state,changed\n";

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Path data;
    private final Pool pool;

    /** @param data the data folder, which may be that of a room before */
    IntakeRoom(Path data, JdbcConnectionDetails database) throws IOException {
        this(data, database, NOW);
    }

    /** @param now what the clock says, for ever */
    IntakeRoom(Path data, JdbcConnectionDetails database, Instant now) throws IOException {
        this.data = data;
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.getJdbcUrl());
        source.setUser(database.getUsername());
        source.setPassword(database.getPassword());
        Path catalogue = Files.createDirectories(data.resolve("catalogue"));
        CityTime time = new CityTime(clock, ZONE, WorkingDays.read(new BufferedReader(new StringReader(""))));
        pool = RocksPool.open(data.resolve("pool"), DataSets.read(Path.of("../catalogue/datasets.tsv")), clock);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test",
                Map.of("fourportals.data", data.toString(), "fourportals.catalogue", catalogue.toString())));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(JdbcConnectionDetails.class, () -> database);
        context.registerBean(CityTime.class, () -> time);
        context.registerBean(Pool.class, () -> pool);
        context.register(Folders.class, MasterKey.class, KeyConnections.class, SubjectVault.class, AuditLog.class, ConnectorStore.class,
                RejectedRows.class, Run.class, Connectors.class, PushStore.class, Pushes.class, PushKeys.class, RegisterPushKey.class, RevokePushKey.class, KeptRows.class,
                RetryRejected.class, Rejections.class);
        context.refresh();
    }

    /** Writes a connector's file and has it read. */
    Connector connector(String yaml) throws IOException {
        String id = yaml.lines().findFirst().orElseThrow().replace("id: ", "").strip();
        Files.writeString(Files.createDirectories(data.resolve("connectors")).resolve(id + ".yaml"), yaml);
        connectors().refresh();
        assert connectors().faults().isEmpty() : connectors().faults();
        return connectors().find(id).orElseThrow();
    }

    Connectors connectors() {
        return context.getBean(Connectors.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Pool pool() {
        return pool;
    }

    /** Puts a complete file into the inbox of {@link #READERS}. */
    Path put(String name, byte[] bytes) throws IOException {
        Path file = Files.createDirectories(data.resolve("intake/readers/inbox")).resolve(name);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
        return file;
    }

    Path put(String name, String text) throws IOException {
        return put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path put(String name, String text, String charset) throws IOException {
        return put(name, text.getBytes(Charset.forName(charset)));
    }

    Path folder(String name) {
        return data.resolve("intake/readers").resolve(name);
    }

    List<RejectedRow> rejected(String connector) {
        return get(RejectedRows.class).list(connector, "", false, 0, 10_000);
    }

    Health health(String connector) {
        return get(ConnectorStore.class).find(connector).orElseThrow();
    }

    List<PoolRecord> recordsOf(String residentId, String dataset) {
        return pool.subjectOf(Identifier.residentId(residentId)).map(subject -> pool.recordsOf(subject, Set.of(dataset))).orElse(List.of());
    }

    /** Everything in the pool. */
    List<PoolRecord> records() {
        List<PoolRecord> all = new ArrayList<>();
        pool.scan(all::add);
        return all;
    }

    @Override
    public void close() {
        context.close();
    }
}
