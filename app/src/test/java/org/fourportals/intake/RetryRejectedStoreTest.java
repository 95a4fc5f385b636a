package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;
import static org.fourportals.intake.FolderConnectorStoreTest.row;

import java.io.IOException;
import java.nio.file.Path;

import org.fourportals.TestPostgres;
import org.fourportals.base.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that were rejected are tried again once the connector's file was mended. */
class RetryRejectedStoreTest {

    private static final String WRONG = IntakeRoom.READERS + "fields: {registeredDate: residentId}\n";

    @TempDir
    private Path data;
    private IntakeRoom room;

    @BeforeEach
    void open() throws IOException {
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private RetryRejected.Result retry(String reason) {
        return room.get(RetryRejected.class).perform(new Actor.Automatic("test"), new RetryRejected.Request("readers", reason));
    }

    private long waiting() {
        return room.get(Rejections.class).counts("readers", true).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Reads a file while the connector takes a wrong column for a date, and mends the connector then. */
    private void readWrongly(String rows) throws IOException {
        Connector wrong = room.connector(WRONG);
        room.put("a.csv", IntakeRoom.HEADER + rows);
        room.connectors().readAll(wrong);
        room.connector(IntakeRoom.READERS);
    }

    @Test
    void rowsFitOnceTheConnectorIsMendedAndPressingTwiceIsHarmless() throws IOException {
        readWrongly(row(id(1), "R-1", "2026-01-31", "2026-11-01") + row(id(2), "R-2", "0000-00-00", "2026-11-01") + "only,two\n");
        assertThat(waiting()).isEqualTo(3);
        assertThat(room.records()).isEmpty();
        assertThat(retry("")).isEqualTo(new RetryRejected.Tried(1, 1, 1));
        assertThat(room.recordsOf(id(1), "library-readers").getFirst().date("registeredDate")).isEqualTo("2026-01-31");
        assertThat(room.health("readers").written()).isEqualTo(1);
        assertThat(room.get(Rejections.class).list("readers", "date", true, 0, 10)).singleElement()
                .satisfies(row -> assertThat(row.reason().arguments()).as("the reason of today").containsExactly("registeredDate"));
        assertThat(retry("")).isEqualTo(new RetryRejected.Tried(0, 1, 1));
        assertThat(room.records()).hasSize(1);
        assertThat(room.health("readers").written()).isEqualTo(1);
    }

    @Test
    void onlyThoseWithOneReasonAreTried() throws IOException {
        readWrongly(row(id(1), "R-1", "2026-01-31", "2026-11-01") + row("1", "R-2", "2026-01-31", "2026-11-01"));
        assertThat(retry("identifier")).isEqualTo(new RetryRejected.Tried(0, 1, 0));
        assertThat(waiting()).isEqualTo(2);
        assertThat(retry("date")).isEqualTo(new RetryRejected.Tried(1, 0, 0));
        assertThat(waiting()).isEqualTo(1);
        assertThat(retry("'; drop table intake.rejected_rows")).isInstanceOf(RetryRejected.Nothing.class);
    }

    @Test
    void theNewestVersionWinsWhateverTheOrder() throws IOException {
        readWrongly(row(id(1), "R-1", "2026-03-03", "2026-11-03") + row(id(1), "R-1", "2026-01-01", "2026-11-01") + row(id(1), "R-1", "2026-03-03", "2026-11-03")
                + row(id(2), "R-2", "2026-01-01", "2026-11-01"));
        room.put("b.csv", IntakeRoom.HEADER + row(id(2), "R-2", "2026-09-09", "2026-11-09"));
        room.connectors().readAll(room.connectors().find("readers").orElseThrow());
        assertThat(waiting()).as("a later version came right").isEqualTo(3);
        assertThat(retry("")).isEqualTo(new RetryRejected.Tried(3, 0, 0));
        assertThat(room.recordsOf(id(1), "library-readers")).singleElement().satisfies(record -> assertThat(record.date("registeredDate")).isEqualTo("2026-03-03"));
        assertThat(room.recordsOf(id(2), "library-readers")).singleElement().satisfies(record -> assertThat(record.date("registeredDate")).isEqualTo("2026-09-09"));
        assertThat(waiting()).isZero();
        assertThat(retry("")).isInstanceOf(RetryRejected.Nothing.class);
    }

    @Test
    void manyRowsComeInPortions() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 1_200; i++) {
            rows.append(row(id(i % 900 + 1), "R-" + i, i % 400 == 0 ? "nonsense" : "2026-01-31", "2026-11-01"));
        }
        readWrongly(rows.toString());
        assertThat(retry("")).isEqualTo(new RetryRejected.Tried(1_197, 3, 0));
        assertThat(room.records()).hasSize(1_197);
        assertThat(waiting()).isEqualTo(3);
    }

    @Test
    void anUnknownConnectorHasNothing() {
        assertThat(room.get(RetryRejected.class).perform(new Actor.Automatic("test"), new RetryRejected.Request("nowhere", ""))).isInstanceOf(RetryRejected.Nothing.class);
    }
}
