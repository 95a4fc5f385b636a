package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.FolderConnectorStoreTest.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fourportals.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files in a folder. */
class ParquetConnectorStoreTest {

    @TempDir
    private Path data;
    private IntakeRoom room;
    private Connector connector;

    @BeforeEach
    void open() throws IOException {
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
        connector = room.connector("""
                id: readers
                department: culture-tourism
                dataset: library-readers
                record-id: readerNo
                subject: {resident-id: residentId}
                version: changed
                folder: {path: readers}
                """);
    }

    @AfterEach
    void close() {
        room.close();
    }

    /** A file of so many rows, of which the third has no such code. */
    private Path write(String name, int rows, String since) throws IOException, SQLException {
        Path file = Files.createDirectories(room.folder("inbox")).resolve(name);
        String ids = IntStream.rangeClosed(1, 900).mapToObj(n -> "'" + id(n) + "'").collect(Collectors.joining(","));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("""
                    copy (select ([%s])[n %% 900 + 1] as residentId, 'R-' || n as readerNo, %s as registeredDate,
                        case when n = 3 then 'nonsense' else 'valid' end as readerStatus, timestamp '2026-11-01 08:00:00' as changed
                        from generate_series(1, %d) numbers(n)) to '%s' (format parquet)
                    """.formatted(ids, since, rows, file));
        }
        Files.setLastModifiedTime(file, FileTime.from(IntakeRoom.NOW.minusSeconds(60)));
        return file;
    }

    @Test
    void readsTypedRowsInManyBatches() throws Exception {
        write("a.parquet", 2_500, "date '2026-01-31'");
        room.connectors().readAll(connector);
        assertThat(room.records()).hasSize(2_499);
        assertThat(room.recordsOf(id(2), "library-readers").getFirst()).satisfies(record -> {
            assertThat(record.date("registeredDate")).isEqualTo("2026-01-31");
            assertThat(record.changed()).isEqualTo("2026-11-01T00:00:00Z");
        });
        assertThat(room.rejected("readers")).singleElement().satisfies(row -> {
            assertThat(row.position()).isEqualTo(3);
            assertThat(row.reason().word()).isEqualTo("code");
        });
        assertThat(room.folder("done/a.parquet")).exists();
    }

    @Test
    void aChangedTypeStopsBeforeTheFirstRow() throws Exception {
        write("a.parquet", 2, "date '2026-01-31'");
        write("b.parquet", 5, "'2026-01-31'");
        room.connectors().readAll(connector);
        assertThat(room.records()).hasSize(2);
        assertThat(room.connectors().change(connector)).hasValueSatisfying(change -> assertThat(change.changed()).containsEntry("registeredDate", "date → varchar"));
    }

    @Test
    void damagedFilesGoToFailedAndTheNextIsRead() throws Exception {
        room.put("a.parquet", "nonsense");
        byte[] whole = Files.readAllBytes(write("c.parquet", 2_000, "date '2026-01-31'"));
        byte[] torn = whole.clone();
        Arrays.fill(torn, 4, whole.length / 2, (byte) 0x5a);
        room.put("b.parquet", torn);
        room.connectors().readAll(connector);
        room.connectors().readAll(connector);
        room.connectors().readAll(connector);
        assertThat(room.folder("failed/a.parquet.reason.txt")).content().contains("no Parquet file");
        assertThat(room.folder("failed/b.parquet")).exists();
        assertThat(room.records()).hasSize(1_999);
    }
}
