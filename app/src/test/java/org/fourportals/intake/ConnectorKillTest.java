package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fourportals.TestPostgres;
import org.fourportals.pool.PoolRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Another process reads what departments deliver and is killed with -9 at random moments; then one more is let finish. Nothing delivered is
 * missing, nothing is there twice, and the figures say so. {@code -Dintake.kills} sets how often it is killed.
 */
class ConnectorKillTest {

    private static final int ROWS = 12_000;
    private static final int FILES = 5;
    private static final int EVERY_WRONG = 500;
    private static final int WRONG = ROWS / EVERY_WRONG;

    /** The victim: a node that reads its connectors until it is done. */
    static final class Node {
        public static void main(String[] arguments) throws IOException {
            try (IntakeRoom room = new IntakeRoom(Path.of(arguments[0]), KillableNode.database(arguments), Instant.parse(arguments[4]))) {
                room.connectors().refresh();
                System.out.println("begins");
                System.out.flush();
                for (Connector connector : room.connectors().list()) {
                    room.connectors().readAll(connector);
                }
            }
        }
    }

    private final long seed = Long.getLong("intake.seed", 20_261_123L);
    private final int kills = Integer.getInteger("intake.kills", 3);
    private final Random random = new Random(seed);
    private final String as = "seed %d, %d kills".formatted(seed, kills);
    private final JdbcConnectionDetails database = TestPostgres.details(TestPostgres.fresh());
    private int starts;

    @TempDir
    private Path data;

    @Test
    void nothingDeliveredInFilesIsLostOrDoubledWhenTheNodeIsKilled() throws Exception {
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            room.connector(IntakeRoom.READERS);
            for (int file = 0; file < FILES; file++) {
                room.put("%04d.csv".formatted(file), rows(file * ROWS / FILES, ROWS / FILES));
            }
        }
        runToTheEnd();
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            hasEverythingOnce(room);
            Health health = room.health("readers");
            assertThat(List.of(health.read(), health.written(), health.rejected())).as(as).containsExactly((long) ROWS, (long) ROWS - WRONG, (long) WRONG);
            assertThat(room.folder("inbox")).as(as).isEmptyDirectory();
            assertThat(room.folder("done").toFile().list()).as(as).hasSize(FILES);
        }
    }

    @Test
    void nothingInATableIsLostOrDoubledWhenTheNodeIsKilled() throws Exception {
        JdbcConnectionDetails theirs = Tables.create(data);
        JdbcClient.create(new DriverManagerDataSource(theirs.getJdbcUrl(), theirs.getUsername(), theirs.getPassword())).sql("""
                insert into readers select n, (array[%s])[n %% 3 + 1], 'R-' || n, '2026-01-31', case when n %% %d = 0 then 'nonsense' else 'valid' end, false,
                timestamptz '2026-11-01 08:00:00+08' + n / 7 * interval '1 second' from generate_series(0, %d) n
                """.formatted(IntStream.of(1, 2, 3).mapToObj(n -> "'" + FolderConnectorStoreTest.id(n) + "'").collect(Collectors.joining(",")), EVERY_WRONG, ROWS - 1))
                .update();
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            room.connector(Tables.connector(theirs, 60, 500));
        }
        runToTheEnd();
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            hasEverythingOnce(room);
        }
    }

    @Test
    void nothingInATopicIsLostOrDoubledWhenTheNodeIsKilled() throws Exception {
        try (TestBroker broker = TestBroker.start(data.resolve("broker"))) {
            broker.createTopic("readers", 3);
            for (int partition = 0; partition < 3; partition++) {
                int of = partition;
                broker.sendTexts("readers", partition, IntStream.range(0, ROWS).filter(i -> i % 3 == of)
                        .mapToObj(i -> TopicConnectorStoreTest.message(i % 900 + 1, "R-" + i, i % EVERY_WRONG == 0 ? "0000-00-00" : "2026-01-01", "2026-11-01")).toArray(String[]::new));
            }
            try (IntakeRoom room = new IntakeRoom(data, database)) {
                room.connector(TopicConnectorStoreTest.connector(broker, 0));
            }
            runToTheEnd();
            try (IntakeRoom room = new IntakeRoom(data, database)) {
                hasEverythingOnce(room);
                assertThat(room.health("readers").read()).as(as).isEqualTo(ROWS);
            }
        }
    }

    @Test
    void nothingInAChangeLogIsLostOrDoubledWhenTheNodeIsKilled() throws Exception {
        try (ChangesServer server = new ChangesServer(data.resolve("theirs"))) {
            server.create("department", data);
            JdbcClient theirs = server.client("department");
            ChangesServer.insert(theirs, 0, ROWS / 2);
            wrong(theirs);
            try (IntakeRoom room = new IntakeRoom(data, database)) {
                room.connector(server.connector("department", 0));
            }
            int more = ROWS / 2 / (kills + 1);
            for (int kill = 0; kill < kills; kill++) {
                run(500 + random.nextInt(4_000));
                ChangesServer.insert(theirs, ROWS / 2 + kill * more, more);
                theirs.sql("delete from readers where no % 1000 = :kill + 1 and no < :half").param("kill", kill).param("half", ROWS / 2).update();
                ChangesServer.insertMissing(theirs, ROWS / 2);
            }
            ChangesServer.insert(theirs, ROWS / 2 + kills * more, ROWS / 2 - kills * more);
            wrong(theirs);
            run(120_000);
            try (IntakeRoom room = new IntakeRoom(data, database)) {
                assertThat(room.health("readers").failure()).as(as).isNull();
                hasEverythingOnce(room);
            }
        }
    }

    /** Some rows come wrong from the beginning, never having been right. */
    private static void wrong(JdbcClient theirs) {
        theirs.sql("delete from readers where no % :every = 0").param("every", EVERY_WRONG).update();
        theirs.sql("insert into readers select n, (select max(person) from readers), 'R-' || n, null, 'nonsense' from generate_series(0, (select max(no) from readers), :every) n")
                .param("every", EVERY_WRONG).update();
    }

    @Test
    void nothingInMariaDbIsLostOrDoubledWhenTheNodeIsKilled() throws Exception {
        var server = MariaConnectorStoreTest.server(data);
        server.start();
        try {
            String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/test";
            JdbcClient theirs = MariaConnectorStoreTest.readers(url);
            theirs.sql("""
                    insert into readers select seq, elt(seq % 3 + 1, %s), concat('R-', seq), '2026-01-31', if(seq %% %d = 0, 'nonsense', 'valid'), false,
                    timestampadd(second, seq div 7, '2026-11-01 08:00:00') from seq_0_to_%d
                    """.replace("seq % 3", "seq %% 3").formatted(IntStream.of(1, 2, 3).mapToObj(n -> "'" + FolderConnectorStoreTest.id(n) + "'").collect(Collectors.joining(",")), EVERY_WRONG, ROWS - 1))
                    .update();
            Files.writeString(data.resolve("password"), "\n");
            try (IntakeRoom room = new IntakeRoom(data, database)) {
                room.connector(MariaConnectorStoreTest.connector(url).replace("overlap: 3600, fetch: 10", "overlap: 60, fetch: 500"));
            }
            runToTheEnd();
            try (IntakeRoom room = new IntakeRoom(data, database)) {
                hasEverythingOnce(room);
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void nothingInParquetIsLostOrDoubledWhenTheNodeIsKilled() throws Exception {
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            room.connector(IntakeRoom.READERS.replace("deleted: {column: state, value: D}\n", ""));
            Path inbox = Files.createDirectories(room.folder("inbox"));
            for (int file = 0; file < FILES; file++) {
                parquet(inbox.resolve("%04d.parquet".formatted(file)), file * ROWS / FILES, ROWS / FILES);
            }
        }
        runToTheEnd();
        try (IntakeRoom room = new IntakeRoom(data, database)) {
            hasEverythingOnce(room);
            assertThat(room.health("readers").read()).as(as).isEqualTo(ROWS);
            assertThat(room.folder("done").toFile().list()).as(as).hasSize(FILES);
        }
    }

    private static void parquet(Path file, int from, int count) throws Exception {
        String people = IntStream.rangeClosed(1, 900).mapToObj(n -> "'" + FolderConnectorStoreTest.id(n) + "'").collect(Collectors.joining(","));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:"); var statement = connection.createStatement()) {
            statement.execute("""
                    copy (select ([%s])[n %% 900 + 1] as residentId, 'R-' || n as readerNo, date '2026-01-31' as registeredDate,
                        case when n %% %d = 0 then 'nonsense' else 'valid' end as readerStatus, timestamp '2026-11-01 08:00:00' as changed
                        from generate_series(%d, %d) numbers(n)) to '%s' (format parquet)
                    """.formatted(people, EVERY_WRONG, from, from + count - 1, file));
        }
        Files.setLastModifiedTime(file, FileTime.from(IntakeRoom.NOW.minusSeconds(60)));
    }

    private void runToTheEnd() throws Exception {
        for (int kill = 0; kill < kills; kill++) {
            run(random.nextInt(1_500));
        }
        run(120_000);
    }

    private void hasEverythingOnce(IntakeRoom room) {
        List<PoolRecord> records = room.records();
        assertThat(records.stream().map(PoolRecord::id).distinct().count()).as(as).isEqualTo(ROWS - WRONG);
        assertThat(records.size()).as(as).isEqualTo(ROWS - WRONG);
        assertThat(room.rejected("readers").size()).as(as).isEqualTo(WRONG);
    }

    private static String rows(int from, int count) {
        StringBuilder rows = new StringBuilder(IntakeRoom.HEADER);
        for (int i = from; i < from + count; i++) {
            rows.append(FolderConnectorStoreTest.row(FolderConnectorStoreTest.id(i % 900 + 1), "R-" + i, i % EVERY_WRONG == 0 ? "0000-00-00" : "2026-01-01", "2026-11-01"));
        }
        return rows.toString();
    }

    /** Starts a node, kills it so many milliseconds after it began, unless it is done before; by its clock the lease of the one before has ended. */
    private void run(int milliseconds) throws Exception {
        Process node = KillableNode.start(Node.class, data, database, IntakeRoom.NOW.plusSeconds(120L * ++starts).toString());
        try (var lines = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.equals("begins")) {
                line = lines.readLine();
            }
            assertThat(line).as("the node got going").isNotNull();
            Thread drain = Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> { }));
            node.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            node.toHandle().destroyForcibly();
            node.waitFor();
            drain.join();
        }
    }
}
