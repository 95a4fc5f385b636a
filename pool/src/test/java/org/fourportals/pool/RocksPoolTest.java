package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fourportals.pool.Samples.CLOCK;
import static org.fourportals.pool.Samples.DATA_SETS;
import static org.fourportals.pool.Samples.deletion;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on RocksDB, and what only a folder on one machine promises. */
class RocksPoolTest extends PoolKeepingContract {

    @TempDir
    Path folder;

    @Override
    Pool open() {
        return RocksPool.open(folder.resolve("pool"), DATA_SETS, CLOCK);
    }

    @Test
    void aSecondProcessIsToldThatTheFolderIsInUse() {
        assertThatThrownBy(this::open).isInstanceOf(UncheckedIOException.class).hasMessageContaining("another process");
    }

    @Test
    void aCallAfterClosingIsRefusedAndDoesNotEndTheProcess() {
        pool.close();
        pool.close();
        assertThatThrownBy(() -> pool.subjectOf(Identifier.residentId(residentId(1990, 1)))).hasMessageContaining("closed");
        assertThatThrownBy(() -> pool.scan(record -> { })).hasMessageContaining("closed");
    }

    @Test
    void recordsWrittenBeforeADataSetGainedAFieldAreStillRead() throws Exception {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        pool.write(List.of(record(subject, "citizen-cards", "a", 1, Map.of("residentId", id, "cardNo", "7", "cardStatus", "active"))));
        pool.close();
        var changed = Files.readString(Path.of("../catalogue/datasets.tsv"))
                .replace("residentId:id,cardNo:id,cardKind:code,issueDate:date,cardStatus:code\t12500000",
                        "residentId:id,validUntil:date,cardNo:id,cardKind:code,issueDate:date,cardStatus:code\t12500000");
        var tsv = Files.writeString(folder.resolve("datasets.tsv"), changed);
        pool = RocksPool.open(folder.resolve("pool"), DataSets.read(tsv), CLOCK);
        assertThat(pool.recordsOf(subject, Set.of("citizen-cards")).getFirst().text("cardNo")).isEqualTo("7");
        var newer = new PoolRecord(subject, "citizen-cards", "a", 2, false,
                Map.of("residentId", Value.of(id), "validUntil", Value.of(Samples.TODAY)));
        pool.write(List.of(newer));
        reopen();
        assertThat(pool.recordsOf(subject, Set.of("citizen-cards"))).containsExactly(newer);
    }

    @Test
    void sensitiveValuesAreUnreadableOnDiskAndOpenOnlyWithTheKey() throws Exception {
        pool.close();
        var key = new byte[32];
        Arrays.fill(key, (byte) 7);
        var other = new byte[32];
        var sealed = folder.resolve("sealed");
        var id = residentId(1990, 1);
        var secret = "Xiaoshan-secret-kind";
        PoolRecord record;
        SubjectId subject;
        try (var opened = RocksPool.open(sealed, DATA_SETS, CLOCK, key)) {
            subject = person(opened, id);
            record = record(subject, "health-records", "a", 1, Map.of("residentId", id, "recordNo", "a", "allergies", secret));
            opened.write(List.of(record, record));
            opened.write(List.of(record));
        }
        assertThat(holds(sealed, secret)).isFalse();
        try (var opened = RocksPool.open(sealed, DATA_SETS, CLOCK, key)) {
            assertThat(opened.recordsOf(subject, Set.of("health-records"))).containsExactly(record);
        }
        assertThatThrownBy(() -> RocksPool.open(sealed, DATA_SETS, CLOCK, other)).hasMessageContaining("does not open with this key");
        assertThatThrownBy(() -> RocksPool.open(sealed, DATA_SETS, CLOCK)).hasMessageContaining("encrypted");
        try (var plain = open()) {
            var same = person(plain, id);
            plain.write(List.of(record(same, "health-records", "a", 1, Map.of("residentId", id, "recordNo", "a", "allergies", secret))));
        }
        assertThat(holds(folder.resolve("pool"), secret)).as("the search itself works").isTrue();
        pool = open();
    }

    @Test
    void whatWasErasedIsNoLongerOnTheDisk() throws Exception {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var secret = "Xiaoshan-secret-name";
        pool.write(List.of(record(subject, "household-register", "a", 5, Map.of("residentId", id, "name", secret))));
        reopen();
        assertThat(holds(folder.resolve("pool"), secret)).isTrue();
        pool.erase(subject, "household-register", "by order of the court");
        reopen();
        assertThat(holds(folder.resolve("pool"), secret)).isFalse();
    }

    @Test
    void aSnapshotIsThePoolAsItWas() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var before = record(subject, "household-register", "a", 5, Map.of("residentId", id));
        pool.write(List.of(before));
        pool.snapshot(folder.resolve("snapshot"));
        pool.write(List.of(deletion(subject, "household-register", "a", 6)));
        try (var snapshot = RocksPool.open(folder.resolve("snapshot"), DATA_SETS, CLOCK)) {
            assertThat(snapshot.recordsOf(subject, SETS)).containsExactly(before);
        }
        assertThat(pool.recordsOf(subject, SETS)).isEmpty();
    }

    @Test
    void aLoadThatWasKilledLeavesNoFilesBehind() throws Exception {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var load = pool.load();
        for (var i = 0; i < 9_000; i++) {
            load.add(record(subject, "household-register", "%05d".formatted(i), 5, Map.of("residentId", id)));
        }
        try (var files = Files.list(folder.resolve("pool/loading"))) {
            assertThat(files).hasSize(1);
        }
        reopen();
        try (var files = Files.list(folder.resolve("pool/loading"))) {
            assertThat(files).isEmpty();
        }
        assertThat(pool.recordsOf(subject, SETS)).isEmpty();
    }

    private static boolean holds(Path folder, String text) throws Exception {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
