package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fourportals.pool.Samples.deletion;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine of the pool promises besides: large loads, what is kept of former versions, and what is gone for good. */
abstract class PoolKeepingContract extends PoolContract {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aLoadEndsAsWritingWould(long seed) {
        var random = new Random(seed);
        var expected = new HashMap<List<Object>, PoolRecord>();
        var versions = new ArrayList<PoolRecord>();
        for (var i = 0; i < 6_000; i++) {
            var residentId = residentId(1960 + random.nextInt(10), 1 + random.nextInt(20));
            var record = version(person(pool, residentId), residentId, random.nextInt(20), random.nextInt(40), random.nextInt(5) == 0);
            versions.add(record);
            expected.merge(List.of(record.subject(), record.id()), record, PoolContract::winner);
        }
        var written = versions.subList(0, 2_000);
        var loaded = new ArrayList<>(versions.subList(1_000, 6_000));
        if (seed == 1) {
            loaded.sort(Comparator.comparing(PoolRecord::subject).thenComparing(PoolRecord::id));
        }
        pool.write(written);
        try (var load = pool.load()) {
            loaded.subList(0, 2_500).forEach(load::add);
            load.commit();
            loaded.subList(2_500, loaded.size()).forEach(load::add);
            load.commit();
        }
        pool.write(versions.subList(500, 700));
        reopen();
        var live = expected.values().stream().filter(record -> !record.deleted()).toList();
        var scanned = new ArrayList<PoolRecord>();
        pool.scan(scanned::add);
        assertThat(scanned).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live);
    }

    @Test
    void aLoadRefusesARecordAndGoesOn() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var other = residentId(1991, 1);
        person(pool, other);
        var good = record(subject, "household-register", "a", 1, Map.of("residentId", id));
        var also = record(subject, "household-register", "b", 1, Map.of("residentId", id));
        try (var load = pool.load()) {
            load.add(good);
            assertThatThrownBy(() -> load.add(record(subject, "household-register", "c", 1, Map.of("residentId", other))))
                    .isInstanceOf(RecordsRefused.class).hasMessageContaining("another subject");
            assertThatThrownBy(() -> load.add(record(subject, "household-register", "d", -1, Map.of("residentId", id))))
                    .isInstanceOf(RecordsRefused.class).hasMessageContaining("negative");
            load.add(also);
            load.commit();
        }
        assertThat(pool.recordsOf(subject, SETS)).containsExactly(good, also);
    }

    @Test
    void aLoadLeadsFromParentsToChildren() {
        var child = residentId(2020, 1);
        var mother = residentId(1990, 2);
        var subject = person(pool, child);
        var parent = person(pool, mother);
        try (var load = pool.load()) {
            load.add(record(subject, "household-kinship", "a", 1, Map.of("residentId", child, "relativeId", mother, "relation", "mother")));
            load.commit();
        }
        reopen();
        assertThat(pool.linked(parent, Relation.CHILD)).containsExactly(subject);
        assertThat(pool.linked(subject, Relation.MOTHER)).containsExactly(parent);
    }

    @Test
    void keepsSupersededVersionsWhereADataSetAsksForIt() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var first = record(subject, "household-register", "a", 5, Map.of("residentId", id, "name", "林晓月"));
        var second = record(subject, "household-register", "a", 9, Map.of("residentId", id, "name", "林月"));
        var end = deletion(subject, "household-register", "a", 11);
        pool.write(List.of(second));
        try (var load = pool.load()) {
            load.add(first);
            load.commit();
        }
        pool.write(List.of(second, end));
        reopen();
        assertThat(pool.history(subject, "household-register")).containsExactly(end, second, first);
        assertThat(pool.recordsOf(subject, SETS)).isEmpty();
        assertThatThrownBy(() -> pool.history(subject, "citizen-cards")).hasMessageContaining("keeps no superseded versions");
    }

    @Test
    void erasesForGoodAndSaysSo() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var register = record(subject, "household-register", "a", 5, Map.of("residentId", id, "name", "林晓月"));
        var card = record(subject, "citizen-cards", "a", 5, Map.of("residentId", id));
        pool.write(List.of(register, card));
        var erasure = pool.erase(subject, "household-register", "entered for the wrong person");
        assertThat(erasure.records()).isEqualTo(1);
        pool.write(List.of(register));
        reopen();
        assertThat(pool.recordsOf(subject, Set.of("household-register", "citizen-cards"))).containsExactly(card);
        assertThat(pool.erasures()).containsExactly(erasure);
        assertThat(erasure).isEqualTo(new Erasure(subject, "household-register", "entered for the wrong person", Samples.NOW, 1));
        var anew = record(subject, "household-register", "a", PoolRecord.versionAt(Samples.NOW) + 1, Map.of("residentId", id));
        pool.write(List.of(anew));
        assertThat(pool.recordsOf(subject, SETS)).containsExactly(anew);
        assertThatThrownBy(() -> pool.erase(subject, "citizen-cards", " ")).hasMessageContaining("needs a reason");
    }

    @Test
    void aVersionDeliveredAgainAfterItsErasureDoesNotComeBackAsHistory() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var before = record(subject, "household-register", "a", 5, Map.of("residentId", id));
        pool.write(List.of(before));
        pool.erase(subject, "household-register", "entered for the wrong person");
        pool.write(List.of(before));
        var load = pool.load();
        load.add(before);
        load.commit();
        load.close();
        reopen();
        assertThat(pool.history(subject, "household-register")).allMatch(PoolRecord::deleted);
        var anew = record(subject, "household-register", "a", PoolRecord.versionAt(Samples.NOW) + 1, Map.of("residentId", id));
        pool.write(List.of(anew));
        assertThat(pool.history(subject, "household-register")).contains(anew).doesNotContain(before);
    }
}
