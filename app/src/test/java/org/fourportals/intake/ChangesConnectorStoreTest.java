package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.TestPostgres;
import org.fourportals.pool.PoolRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The changes of a department's own PostgreSQL, by its log. */
class ChangesConnectorStoreTest {

    @TempDir
    private static Path folder;
    private static ChangesServer server;
    private static int databases;

    @TempDir
    private Path data;
    private IntakeRoom room;
    private String database;
    private JdbcClient department;
    private Connector connector;

    @BeforeAll
    static void start() throws SQLException {
        server = new ChangesServer(folder.resolve("server"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException, SQLException {
        database = "department_" + ++databases;
        server.create(database, data);
        department = server.client(database);
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
        connector = room.connector(server.connector(database, 0));
    }

    @AfterEach
    void close() {
        room.close();
        department.sql("select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = :slot and not active").param("slot", database).query().listOfRows();
    }

    private void read() {
        room.connectors().readAll(connector);
    }

    private void again(int again) throws IOException {
        connector = room.connector(server.connector(database, again));
        read();
    }

    private String fault() {
        return Reason.read(String.valueOf(room.health("readers").failure())).map(Reason::word).orElse(String.valueOf(room.health("readers").failure()));
    }

    /** What the pool holds, by record, as number and status. */
    private Map<String, String> held() {
        return room.records().stream().filter(record -> !record.deleted()).collect(Collectors.toMap(PoolRecord::id, record -> record.text("readerStatus")));
    }

    private Map<String, String> theirs() {
        return department.sql("select no, state from readers").query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void takesAllRowsThenInsertsUpdatesAndDeletions() {
        ChangesServer.insert(department, 1, 2_500);
        read();
        assertThat(room.health("readers").failure()).isNull();
        assertThat(held()).hasSize(2_500).isEqualTo(theirs());
        ChangesServer.insert(department, 2_501, 10);
        department.sql("update readers set state = 'lost' where no % 7 = 0").update();
        department.sql("delete from readers where no % 11 = 0").update();
        read();
        assertThat(held()).isEqualTo(theirs());
        assertThat(room.health("readers").read()).isEqualTo(2_500 + 10 + 2_510 / 7 + 2_510 / 11);
        read();
        assertThat(room.health("readers").read()).as("nothing is read twice").isEqualTo(2_500 + 10 + 2_510 / 7 + 2_510 / 11);
        assertThat(room.recordsOf(id(2), "library-readers").getFirst().date("registeredDate")).isEqualTo("2026-01-31");
        assertThat(room.rejected("readers")).isEmpty();
    }

    @Test
    void rowsReadWhileWritesGoOnComeToTheSame() throws Exception {
        ChangesServer.insert(department, 1, 6_000);
        Thread writer = Thread.ofVirtual().start(() -> {
            JdbcClient theirs = server.client(database);
            for (int i = 0; i < 120; i++) {
                ChangesServer.insert(theirs, 10_000 + i * 10, 10);
                theirs.sql("update readers set state = 'lost' where no between :from and :to").param("from", i * 40).param("to", i * 40 + 20).update();
                theirs.sql("delete from readers where no between :from and :to").param("from", i * 40 + 25).param("to", i * 40 + 30).update();
            }
        });
        read();
        writer.join();
        read();
        assertThat(held()).isEqualTo(theirs());
    }

    @Test
    void whatWasRolledBackNeverComesAndABigTransactionComesWhole() {
        ChangesServer.insert(department, 1, 5);
        read();
        department.sql("do $$ begin insert into readers values (100, '', 'R', null, 'valid'); raise exception 'no'; exception when others then null; end $$").update();
        ChangesServer.insert(department, 1_000, 20_000);
        read();
        assertThat(held()).hasSize(20_005).isEqualTo(theirs());
        assertThat(room.rejected("readers")).isEmpty();
    }

    @Test
    void aChangedKeyOrPersonEndsTheRecordBefore() {
        ChangesServer.insert(department, 1, 3);
        read();
        department.sql("update readers set no = 50 where no = 1").update();
        department.sql("update readers set person = :person where no = 2").param("person", id(700)).update();
        read();
        assertThat(held()).isEqualTo(theirs()).containsOnlyKeys("50", "2", "3");
        assertThat(room.recordsOf(id(3), "library-readers")).as("now another person's").isEmpty();
        assertThat(room.recordsOf(id(700), "library-readers")).hasSize(1);
    }

    @Test
    void aLongValueThatStaysKeepsWhatItWas() throws Exception {
        department.sql("alter table readers alter column remark set storage external").update();
        connector = room.connector(server.connector(database, 0).replace("library-readers", "heritage-bearers")
                .replaceAll("fields: .*", "fields: {project: remark, recognisedDate: since}"));
        ChangesServer.insert(department, 1, 1);
        String longValue = "长".repeat(3_900);
        department.sql("update readers set remark = :value where no = 1").param("value", longValue).update();
        read();
        department.sql("update readers set since = '2026-02-01' where no = 1").update();
        read();
        assertThat(room.recordsOf(id(2), "heritage-bearers")).singleElement().satisfies(record -> {
            assertThat(record.date("recognisedDate")).isEqualTo("2026-02-01");
            assertThat(record.text("project")).isEqualTo(longValue);
        });
        department.sql("update readers set no = 9 where no = 1").update();
        read();
        assertThat(room.recordsOf(id(2), "heritage-bearers")).filteredOn(record -> !record.deleted()).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo("9");
            assertThat(record.text("project")).isEqualTo(longValue);
        });
    }

    @Test
    void anEmptiedTableEndsItsRecordsAndThoseAfterItStay() {
        ChangesServer.insert(department, 1, 30);
        read();
        department.sql("do $$ begin truncate readers; insert into readers select 7, '%s', 'R-7', null, 'lost'; end $$".formatted(id(5))).update();
        read();
        assertThat(held()).isEqualTo(Map.of("7", "lost"));
    }

    @Test
    void aSlotThatWasDroppedIsSaidAndBegunAnewWhenToldTo() throws Exception {
        ChangesServer.insert(department, 1, 20);
        read();
        room.connectors().readAll(connector);
        connector = room.connector(server.connector(database, 0) + "# stop\n");
        room.get(org.fourportals.intake.internal.ConnectorStore.class).pause("readers", "test");
        read();
        department.sql("select pg_drop_replication_slot(:slot)").param("slot", database).query().listOfRows();
        room.get(org.fourportals.intake.internal.ConnectorStore.class).resume("readers");
        department.sql("delete from readers where no = 1").update();
        ChangesServer.insert(department, 21, 5);
        read();
        assertThat(fault()).isEqualTo("no-slot");
        assertThat(held()).as("nothing is skipped in silence").hasSize(20);
        again(1);
        assertThat(held()).isEqualTo(theirs());
        department.sql("update readers set state = 'lost' where no = 3").update();
        read();
        assertThat(held()).isEqualTo(theirs());
    }

    @Test
    void changedColumnsStopBeforeTheirFirstRow() throws Exception {
        ChangesServer.insert(department, 1, 3);
        read();
        department.sql("alter table readers drop column remark").update();
        department.sql("alter table readers rename column state to status").update();
        department.sql("insert into readers values (4, :person, 'R-4', null, 'lost', null)").param("person", id(5)).update();
        read();
        assertThat(room.connectors().change(connector)).hasValueSatisfying(change -> {
            assertThat(change.missing()).containsOnlyKeys("remark", "state");
            assertThat(change.added()).containsOnlyKeys("status");
            assertThat(change.needed()).containsExactly("state");
        });
        assertThat(held()).hasSize(3);
        connector = room.connector(server.connector(database, 0).replace("readerStatus: state", "readerStatus: status"));
        read();
        assertThat(room.health("readers").failure()).isNull();
        assertThat(room.rejected("readers")).isEmpty();
        assertThat(held()).hasSize(4).containsEntry("4", "lost");
    }

    @Test
    void saysWhatTheDepartmentHasToDo() throws Exception {
        department.sql("alter table readers replica identity default").update();
        read();
        assertThat(fault()).isEqualTo("identity");
        department.sql("alter table readers replica identity full").update();
        department.sql("drop publication readers").update();
        read();
        assertThat(fault()).isEqualTo("no-publication");
        department.sql("create publication readers with (publish = 'insert')").update();
        read();
        assertThat(fault()).isEqualTo("not-published");
        department.sql("alter publication readers add table readers").update();
        read();
        assertThat(fault()).isEqualTo("publishes-less");
        department.sql("alter publication readers set (publish = 'insert, update, delete, truncate')").update();
        ChangesServer.insert(department, 1, 3);
        read();
        assertThat(held()).hasSize(3);
        department.sql("drop publication readers").update();
        department.sql("delete from readers where no = 1").update();
        department.sql("create publication readers for table readers").update();
        read();
        assertThat(fault()).as("changes in between are not in the log of the new one").isEqualTo("table-other");
        again(1);
        assertThat(held()).isEqualTo(theirs());
        java.nio.file.Files.writeString(data.resolve("password"), "wrong");
        again(2);
        assertThat(fault()).isEqualTo("password");
    }

    @Test
    void aServerThatWasStoppedGoesOnWhereItWas() throws Exception {
        ChangesServer.insert(department, 1, 10);
        read();
        server.stop();
        read();
        assertThat(fault()).isEqualTo("unreachable");
        server.restart();
        department = server.client(database);
        department.sql("delete from readers where no = 4").update();
        connector = room.connector(server.connector(database, 0));
        read();
        assertThat(held()).isEqualTo(theirs());
        assertThat(room.health("readers").read()).isEqualTo(11);
    }

    @Test
    void whatTheServerThrewAwayIsSaid() throws Exception {
        ChangesServer.insert(department, 1, 10);
        read();
        room.get(org.fourportals.intake.internal.ConnectorStore.class).pause("readers", "test");
        read();
        department.sql("select pg_replication_slot_advance(:slot, pg_current_wal_lsn())").param("slot", database).query().listOfRows();
        room.get(org.fourportals.intake.internal.ConnectorStore.class).resume("readers");
        read();
        assertThat(fault()).isEqualTo("slot-moved");
    }

    @Test
    void filesThatCouldOnlyFailLaterAreRefused() throws Exception {
        String right = server.connector(database, 0);
        Path file = data.resolve("connectors/readers.yaml");
        for (String wrong : List.of(right.replace(database + "\"", database + "?password=secret\""), right.replaceAll("jdbc:[^\"]+", "jdbc:mysql://x/y"),
                right.replace("slot: " + database, "slot: \"a'; drop table readers\""), right.replace("name: readers", "name: \"readers; drop\""),
                right.replace("again: 0", "again: -1"), right.replace("publication: readers", "publication: \"X Y\""))) {
            java.nio.file.Files.writeString(file, wrong);
            room.connectors().refresh();
            assertThat(room.connectors().faults()).as(wrong).hasSize(1);
            assertThat(room.connectors().list()).isEmpty();
        }
        java.nio.file.Files.writeString(file, right);
        java.nio.file.Files.writeString(data.resolve("connectors/second.yaml"), IntakeRoom.READERS.replace("id: readers", "id: second"));
        room.connectors().refresh();
        assertThat(room.connectors().list()).as("a table whose records may all end brings its data set alone").extracting(Connector::id).containsExactly("second");
        assertThat(room.connectors().faults()).singleElement().satisfies(fault -> assertThat(fault.what()).contains("library-readers"));
    }
}
