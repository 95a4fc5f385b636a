package org.fourportals.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.intake.IntakeRoom.HEADER;
import static org.fourportals.intake.IntakeRoom.NOW;
import static org.fourportals.intake.IntakeRoom.READERS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fourportals.TestPostgres;
import org.fourportals.intake.internal.Batch;
import org.fourportals.intake.internal.FolderFeed;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files in a folder: what fits is in the pool, what does not is kept with its line and reason. */
class FolderConnectorStoreTest {

    private static final String ANNA = id(1);
    private static final String BEN = id(2);

    @TempDir
    private Path data;
    private IntakeRoom room;
    private Connector connector;

    @BeforeEach
    void open() throws IOException {
        room = new IntakeRoom(data, TestPostgres.details(TestPostgres.fresh()));
        connector = room.connector(READERS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void read() {
        room.connectors().readAll(connector);
    }

    @Test
    void takesRowsThatFitAndKeepsTheOthersWithLineAndReason() throws IOException {
        room.put("a.csv", HEADER + row(ANNA, "R-1", "2026-01-31", "2026-11-01 08:30:00") + row(BEN, "R-2", "0000-00-00", "2026-11-01 08:30:00")
                + "too,few\n" + row("990101199001011239", "R-3", "2026-01-31", "2026-11-01") + row(BEN, "", "2026-01-31", "2026-11-01")
                + row(BEN, "R-4", "2026-01-31", "yesterday") + row(BEN, "R-5", "2026-01-31", "2026-11-23 08:00:00"));
        read();
        assertThat(room.recordsOf(ANNA, "library-readers")).extracting(PoolRecord::id).containsExactly("R-1");
        assertThat(room.recordsOf(ANNA, "library-readers").getFirst().changed()).isEqualTo("2026-11-01T00:30:00Z");
        assertThat(room.rejected("readers")).extracting(RejectedRow::position, r -> r.reason().word()).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(3L, "date"), org.assertj.core.groups.Tuple.tuple(4L, "ragged"),
                org.assertj.core.groups.Tuple.tuple(5L, "identifier"), org.assertj.core.groups.Tuple.tuple(6L, "no-id"),
                org.assertj.core.groups.Tuple.tuple(7L, "version"), org.assertj.core.groups.Tuple.tuple(8L, "future"));
        assertThat(room.folder("done/a.csv")).exists();
        assertThat(room.health("readers")).satisfies(h -> {
            assertThat(List.of(h.read(), h.written(), h.rejected())).containsExactly(7L, 1L, 6L);
            assertThat(h.state()).isEqualTo(Health.State.RUNNING);
            assertThat(h.succeeded()).isEqualTo(NOW);
        });
    }

    @Test
    void nobodyIsAssignedANumberByARowThatIsLeftOut() throws IOException {
        room.put("a.csv", HEADER + row(BEN, "R-5", "2026-01-31", "2026-11-23 08:00:00"));
        read();
        assertThat(room.pool().subjectOf(org.fourportals.pool.Identifier.residentId(BEN))).isEmpty();
    }

    @Test
    void rejectedRowsAreSealed() throws IOException {
        room.put("a.csv", HEADER + row(BEN, "R-2", "0000-00-00", "2026-11-01"));
        read();
        List<String> kept = room.get(JdbcClient.class).sql("select r::text from intake.rejected_rows r").query(String.class).list();
        assertThat(kept).hasSize(1).noneMatch(row -> row.contains(BEN) || row.contains("R-2"));
        byte[] sealed = room.get(JdbcClient.class).sql("select sealed from intake.rejected_rows").query(byte[].class).single();
        assertThat(new String(room.get(org.fourportals.identity.SubjectVault.class).open(new org.fourportals.base.Subject(0), sealed), StandardCharsets.UTF_8))
                .contains(BEN);
    }

    @Test
    void aRowThatComesRightLaterIsMarked() throws IOException {
        room.put("a.csv", HEADER + row(BEN, "R-2", "0000-00-00", "2026-11-02"));
        room.put("b.csv", HEADER + row(BEN, "R-2", "2026-01-01", "2026-11-01"));
        read();
        assertThat(room.rejected("readers").getFirst().rightedAt()).as("only an older version came").isNull();
        room.put("c.csv", HEADER + row(BEN, "R-2", "2026-01-01", "2026-11-02"));
        read();
        assertThat(room.rejected("readers")).singleElement().extracting(RejectedRow::rightedAt).isEqualTo(NOW);
    }

    @Test
    void whateverOrderAndRepetitionTheNewestVersionIsTheRecord() throws IOException {
        String older = row(ANNA, "R-1", "2026-01-01", "2026-11-01");
        String newer = row(ANNA, "R-1", "2026-02-02", "2026-11-02");
        room.put("1.csv", HEADER + newer + older);
        room.put("2.csv", HEADER + older + older + newer);
        room.put("3.csv", HEADER + older);
        read();
        assertThat(room.recordsOf(ANNA, "library-readers")).singleElement().extracting(r -> r.date("registeredDate").toString()).isEqualTo("2026-02-02");
        room.put("4.csv", HEADER + ANNA + ",R-1,,,D,2026-11-03\n");
        room.put("5.csv", HEADER + newer);
        read();
        assertThat(room.recordsOf(ANNA, "library-readers")).as("gone, and not brought back by what is older").isEmpty();
    }

    @Test
    void readsWhatDepartmentsWrite() throws IOException {
        String text = HEADER + row(ANNA, "读者-1", "2026-01-01", "2026-11-01");
        room.put("1.csv", "\ufeff" + text);
        room.put("2.csv", text.replace("读者-1", "读者-2").repeat(1), "GB18030");
        room.put("3.csv", "\ufeff" + text.replace("读者-1", "读者-3"), "UTF-16LE");
        room.put("4.csv", text.replace("读者-1", "读者-4").replace("\n", "\r\n"));
        read();
        assertThat(room.recordsOf(ANNA, "library-readers")).extracting(PoolRecord::id).containsExactlyInAnyOrder("读者-1", "读者-2", "读者-3", "读者-4");
    }

    @Test
    void bytesOfAnotherEncodingCostTheirRowOnly() throws IOException {
        byte[] good = (HEADER + row(ANNA, "读者-1", "2026-01-01", "2026-11-01") + row(BEN, "读者-2", "2026-01-01", "2026-11-01")).getBytes(StandardCharsets.UTF_8);
        byte[] bad = row(ANNA, "读者-3", "2026-01-01", "2026-11-01").getBytes("GB18030");
        byte[] both = java.nio.ByteBuffer.allocate(good.length + bad.length).put(good).put(bad).array();
        room.put("a.csv", both);
        read();
        assertThat(room.records()).hasSize(2);
        assertThat(room.rejected("readers")).singleElement().satisfies(r -> assertThat(r.reason()).isEqualTo(Reason.of("encoding", "readerNo")));
    }

    @Test
    void aFileThatNamesNoColumnsGoesToFailedAndTheNextIsRead() throws IOException {
        room.put("a.csv", "");
        room.put("b.csv", HEADER + row(ANNA, "R-1", "2026-01-01", "2026-11-01"));
        read();
        assertThat(room.folder("failed/a.csv")).exists();
        assertThat(room.folder("failed/a.csv.reason.txt")).content().contains("must name the columns");
        assertThat(room.health("readers").failure()).startsWith("a.csv: ");
        read();
        assertThat(room.recordsOf(ANNA, "library-readers")).hasSize(1);
    }

    @Test
    void leavesUnfinishedFilesAlone() throws IOException {
        room.put(".hidden.csv", HEADER);
        room.put("b.csv.part", HEADER);
        Files.setLastModifiedTime(room.put("c.csv", HEADER), FileTime.from(NOW.minusSeconds(1)));
        read();
        assertThat(room.folder("inbox")).isDirectoryContaining("glob:**c.csv").isDirectoryContaining("glob:**.part");
        assertThat(room.health("readers").read()).isZero();
    }

    @Test
    void aFileReplacedWhileItIsReadIsReadFromItsBeginning() throws IOException {
        room.put("a.csv", many(0, 2_500, "2026-11-01"));
        try (FolderFeed feed = new FolderFeed((Source.Folder) connector.source(), java.time.Clock.fixed(NOW, java.time.ZoneOffset.UTC))) {
            Batch first = feed.next(null);
            assertThat(first.rows()).hasSize(1_000);
            feed.committed(first);
            Path other = room.put("other", many(0, 10, "2026-11-02"));
            Files.move(other, room.folder("inbox/a.csv"), StandardCopyOption.REPLACE_EXISTING);
            Batch second = feed.next(first.cursor());
            assertThat(second.rows()).hasSize(10);
        }
    }

    @Test
    void changedColumnsStopBeforeTheFirstRowUntilSomebodyApproves() throws IOException {
        room.put("1.csv", HEADER + row(ANNA, "R-1", "2026-01-01", "2026-11-01"));
        room.put("2.csv", HEADER.replace("readerStatus", "status") + row(ANNA, "R-2", "2026-01-01", "2026-11-01"));
        read();
        assertThat(room.health("readers").state()).isEqualTo(Health.State.STOPPED);
        assertThat(room.connectors().change(connector)).hasValueSatisfying(change -> {
            assertThat(change.missing()).containsOnlyKeys("readerStatus");
            assertThat(change.added()).containsOnlyKeys("status");
            assertThat(change.canBeApproved()).isTrue();
        });
        read();
        assertThat(room.records()).hasSize(1);
        connector = room.connector(READERS + "fields: {readerStatus: status}\n");
        read();
        assertThat(room.records()).as("its file was corrected").hasSize(2);
        assertThat(room.health("readers").state()).isEqualTo(Health.State.RUNNING);
    }

    @Test
    void moreColumnsAloneAreOnlyShown() throws IOException {
        room.put("1.csv", HEADER + row(ANNA, "R-1", "2026-01-01", "2026-11-01"));
        room.put("2.csv", HEADER.replace("\n", ",colour\n") + row(ANNA, "R-2", "2026-01-01", "2026-11-01").replace("\n", ",red\n"));
        read();
        assertThat(room.records()).hasSize(2);
        assertThat(room.health("readers").extra()).containsExactly("colour");
    }

    @Test
    void onlyOneNodeRunsAConnector() throws IOException {
        room.put("a.csv", HEADER + row(ANNA, "R-1", "2026-01-01", "2026-11-01"));
        room.get(JdbcClient.class).sql("update intake.connectors set leased_by = 'another', leased_until = :until")
                .param("until", NOW.plusSeconds(30).atOffset(java.time.ZoneOffset.UTC)).update();
        read();
        assertThat(room.records()).isEmpty();
        room.get(JdbcClient.class).sql("update intake.connectors set leased_until = :until")
                .param("until", NOW.minusSeconds(1).atOffset(java.time.ZoneOffset.UTC)).update();
        read();
        assertThat(room.records()).hasSize(1);
    }

    @Test
    void aFaultyFileIsRefusedWithItsLineAndTheOthersRun() throws IOException {
        Files.writeString(data.resolve("connectors/bad.yaml"), READERS.replace("id: readers", "id: bad").replace("library-readers", "libary-readers"));
        Files.writeString(data.resolve("connectors/worse.yaml"), "id: [");
        room.connectors().refresh();
        assertThat(room.connectors().faults()).extracting(ConnectorFault::toString)
                .anySatisfy(fault -> assertThat(fault).isEqualTo("bad.yaml, line 3: no data set is called so")).hasSize(2);
        assertThat(room.connectors().list()).extracting(Connector::id).containsExactly("readers");
    }

    @Test
    void aFileOfTheSameNameDoesNotReplaceRowsRejectedBefore() throws IOException {
        room.put("daily.csv", HEADER + id(1) + ",R-1,0000-00-00,valid,A,2026-11-01\n");
        read();
        room.put("daily.csv", HEADER + id(2) + ",R-2,0000-00-00,valid,A,2026-11-02\n");
        read();
        assertThat(room.rejected("readers")).as("two deliveries, a rejected row each").hasSize(2);
    }

    @Test
    void identifiersOfOneBatchThatBelongTogetherLeadToOneSubject() throws IOException {
        Connector withPassport = room.connector(READERS.replace("{resident-id: residentId}", "{passport: passport, resident-id: residentId}"));
        room.put("a.csv", "passport," + HEADER + "E12345678," + id(1) + ",R-1,2026-01-31,valid,A,2026-11-01\n" + "," + id(1) + ",R-2,2026-01-31,valid,A,2026-11-01\n");
        room.connectors().readAll(withPassport);
        assertThat(room.rejected("readers")).isEmpty();
        assertThat(room.pool().subjectOf(new Identifier(IdentifierType.PASSPORT, "E12345678"))).isPresent()
                .isEqualTo(room.pool().subjectOf(Identifier.residentId(id(1))));
    }

    static String id(int number) {
        return ResidentId.make(990_101, java.time.LocalDate.of(1990, 1, 1), number).toString();
    }

    static String many(int from, int to, String changed) {
        return IntStream.range(from, to).mapToObj(i -> row(id(i % 900 + 1), "R-" + i, "2026-01-01", changed)).collect(Collectors.joining("", HEADER, ""));
    }

    static String row(String id, String reader, String registered, String changed) {
        return id + "," + reader + "," + registered + ",valid,A," + changed + "\n";
    }
}
