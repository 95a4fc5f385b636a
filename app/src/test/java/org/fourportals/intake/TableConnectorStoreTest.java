package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;

import java.io.IOException;
import java.nio.file.Path;

import org.fourportals.TestPostgres;
import org.fourportals.pool.PoolRecord;
import org.fourportals.intake.internal.ConnectorStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A department's own PostgreSQL, pulled by the time of change. */
class TableConnectorStoreTest {

    @TempDir
    private Path data;
    private IntakeRoom room;
    private Connector connector;
    private JdbcClient department;

    @BeforeEach
    void open() throws IOException {
        JdbcConnectionDetails theirs = Tables.create(data);
        department = JdbcClient.create(new DriverManagerDataSource(theirs.getJdbcUrl(), theirs.getUsername(), theirs.getPassword()));
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
        connector = room.connector(Tables.connector(theirs, 3_600, 10));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void insert(int no, String changed) {
        department.sql("insert into readers values (:no, :person, :reader, '2026-01-31', 'valid', false, cast(:changed as timestamptz))")
                .param("no", no).param("person", id(no)).param("reader", "R-" + no).param("changed", changed).update();
    }

    private void read() {
        room.connectors().readAll(connector);
    }

    @Test
    void rowsHeldBackAreReadWhenTheirColumnsAreApproved() {
        insert(1, "2026-11-01 08:00:00+08");
        read();
        department.sql("alter table readers alter column since type text").update();
        for (int no = 2; no <= 16; no++) {
            insert(no, "2026-11-%02d 08:00:00+08".formatted(no));
        }
        read();
        assertThat(room.records()).as("held back").hasSize(1);
        assertThat(room.get(ConnectorStore.class).accept("readers", room.health("readers").found())).isTrue();
        for (int look = 0; look < 3; look++) {
            read();
        }
        assertThat(room.records()).as("after they were approved").hasSize(16);
    }

    @Test
    void readsAllPagesEvenWhereManyRowsChangedAtOnce() {
        for (int no = 1; no <= 35; no++) {
            insert(no, no <= 25 ? "2026-11-01 08:00:00+08" : "2026-11-02 08:00:00+08");
        }
        read();
        assertThat(room.records()).hasSize(35);
        assertThat(room.recordsOf(id(1), "library-readers")).singleElement().satisfies(r -> {
            assertThat(r.date("registeredDate")).isEqualTo("2026-01-31");
            assertThat(r.changed()).isEqualTo("2026-11-01T00:00:00Z");
        });
        read();
        read();
        assertThat(room.health("readers").read()).as("what was read is not read again").isEqualTo(35);
    }

    @Test
    void takesLateCommitsWithinTheWindowChangesAndDeletions() {
        insert(1, "2026-11-19 08:00:00+08");
        insert(2, "2026-11-19 09:00:00+08");
        read();
        insert(3, "2026-11-19 08:30:00+08");
        department.sql("update readers set state = 'lost', changed = '2026-11-19 10:00:00+08' where no = 1").update();
        read();
        assertThat(room.records()).hasSize(3);
        assertThat(room.recordsOf(id(1), "library-readers")).singleElement().extracting(r -> r.text("readerStatus")).isEqualTo("lost");
        department.sql("update readers set gone = true, changed = '2026-11-19 11:00:00+08' where no = 2").update();
        read();
        assertThat(room.recordsOf(id(2), "library-readers")).isEmpty();
    }

    @Test
    void aRowOfTheFutureDoesNotHideWhatComesAfterIt() {
        insert(1, "2030-01-01 00:00:00+08");
        insert(2, "2026-11-21 10:00:00+08");
        read();
        assertThat(room.rejected("readers")).singleElement().satisfies(row -> {
            assertThat(row.position()).isEqualTo(1);
            assertThat(row.reason().word()).isEqualTo("future");
        });
        assertThat(room.records()).as("a day ahead is a clock that runs ahead").extracting(PoolRecord::id).containsExactly("2");
        insert(3, "2026-11-20 15:59:00+08");
        read();
        assertThat(room.records()).hasSize(2);
    }

    @Test
    void aChangedTypeStopsAndAnOutageIsSaidAndGotOver() {
        insert(1, "2026-11-19 08:00:00+08");
        read();
        department.sql("alter table readers alter column since type text").update();
        insert(2, "2026-11-19 09:00:00+08");
        read();
        assertThat(room.connectors().change(connector)).hasValueSatisfying(change -> assertThat(change.changed()).containsEntry("since", "date → text"));
        department.sql("alter table readers alter column since type date using since::date").update();
        room.get(org.fourportals.intake.internal.ConnectorStore.class).accept("readers", room.health("readers").seen());
        department.sql("alter table readers rename to away").update();
        read();
        assertThat(room.health("readers").failure()).contains("42P01");
        department.sql("alter table away rename to readers").update();
        read();
        assertThat(room.records()).hasSize(2);
    }
}
