package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fourportals.pool.Samples.deletion;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine of the pool promises; a second engine runs the same tests. */
abstract class PoolContract {

    static final Set<String> SETS = Set.of("household-register", "insurance-contributions");

    Pool pool;

    /** Opens the same store again and again. */
    abstract Pool open();

    @BeforeEach
    void openFirst() {
        pool = open();
    }

    @AfterEach
    void closeLast() {
        pool.close();
    }

    void reopen() {
        pool.close();
        pool = open();
    }

    static PoolRecord version(SubjectId subject, String residentId, int record, long version, boolean deleted) {
        return deleted ? deletion(subject, "insurance-contributions", "r" + record, version)
                : record(subject, "insurance-contributions", "r" + record, version,
                        Map.of("residentId", residentId, "month", "2026-" + version % 12, "amount", version + ".50"));
    }

    static PoolRecord winner(PoolRecord one, PoolRecord other) {
        if (one.version() != other.version()) {
            return one.version() > other.version() ? one : other;
        }
        return one.deleted() ? one : other;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void newestVersionWinsInWhateverOrderAndHoweverOften(long seed) {
        var random = new Random(seed);
        var versions = new ArrayList<PoolRecord>();
        var expected = new HashMap<List<Object>, PoolRecord>();
        for (var i = 0; i < 3_000; i++) {
            var residentId = residentId(1960 + random.nextInt(10), 1);
            var record = version(person(pool, residentId), residentId, random.nextInt(8), random.nextInt(40), random.nextInt(5) == 0);
            versions.add(record);
            expected.merge(List.of(record.subject(), record.id()), record, PoolContract::winner);
        }
        var deliveries = new ArrayList<>(versions);
        deliveries.addAll(versions.reversed());
        deliveries.addAll(versions.subList(0, 1_000));
        Collections.shuffle(deliveries, random);
        for (var from = 0; from < deliveries.size(); ) {
            var to = Math.min(deliveries.size(), from + 1 + random.nextInt(200));
            pool.write(deliveries.subList(from, to));
            from = to;
            if (random.nextInt(20) == 0) {
                reopen();
            }
        }
        var live = expected.values().stream().filter(record -> !record.deleted()).toList();
        var scanned = new ArrayList<PoolRecord>();
        pool.scan(scanned::add);
        assertThat(scanned).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live);
        var bySubject = live.stream().map(PoolRecord::subject).distinct()
                .flatMap(subject -> pool.recordsOf(subject, SETS).stream()).toList();
        assertThat(bySubject).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live);
        assertThat(pool.recount().of("insurance-contributions")).isEqualTo(live.size());
    }

    @Test
    void twoValuesOfTheSameVersionEndTheSameInEitherOrder() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var one = record(subject, "household-register", "a", 5, Map.of("residentId", id, "name", "甲"));
        var two = record(subject, "household-register", "a", 5, Map.of("residentId", id, "name", "乙"));
        pool.write(List.of(one, two));
        var first = pool.recordsOf(subject, SETS);
        pool.write(List.of(two));
        pool.write(List.of(one));
        assertThat(pool.recordsOf(subject, SETS)).hasSize(1).isEqualTo(first);
    }

    @Test
    void aLateOlderVersionDoesNotBringADeletedRecordBack() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var old = record(subject, "household-register", "a", 5, Map.of("residentId", id));
        pool.write(List.of(deletion(subject, "household-register", "a", 5)));
        pool.write(List.of(old));
        assertThat(pool.recordsOf(subject, SETS)).isEmpty();
        var newer = record(subject, "household-register", "a", 6, Map.of("residentId", id));
        pool.write(List.of(newer));
        assertThat(pool.recordsOf(subject, SETS)).containsExactly(newer);
    }

    @Test
    void recordsOfReadsOnlyTheSubjectAndTheDataSetsAskedFor() {
        var ids = IntStream.range(0, 300).mapToObj(i -> residentId(1950 + i / 10, i)).toList();
        for (var id : ids) {
            var subject = person(pool, id);
            pool.write(List.of(record(subject, "household-register", "1", 1, Map.of("residentId", id)),
                    record(subject, "citizen-cards", "1", 1, Map.of("residentId", id)),
                    record(subject, "insurance-contributions", "1", 1, Map.of("residentId", id)),
                    record(subject, "insurance-contributions", "2", 1, Map.of("residentId", id))));
        }
        var someone = person(pool, ids.get(123));
        assertThat(pool.recordsOf(someone, SETS)).hasSize(3).allMatch(record -> record.subject().equals(someone))
                .extracting(PoolRecord::dataset).doesNotContain("citizen-cards");
        assertThat(pool.recordsOf(someone, Set.of())).isEmpty();
        assertThatThrownBy(() -> pool.recordsOf(someone, Set.of("no-such-set"))).hasMessageContaining("no-such-set");
    }

    @Test
    void refusesTheWholeBatchWithEveryFieldAndReason() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        var good = record(subject, "household-register", "good", 1, Map.of("residentId", id));
        var bad = new PoolRecord(subject, "household-register", "bad", 1, false, Map.of(
                "birthDate", Value.of("yesterday"), "gender", Value.of("other"), "shoeSize", Value.of(42), "name", Value.of(" ")));
        assertThatThrownBy(() -> pool.write(List.of(good, bad))).isInstanceOfSatisfying(RecordsRefused.class, refused ->
                assertThat(refused.misfits()).extracting(Misfit::field, Misfit::reason).containsExactlyInAnyOrder(
                        tuple("residentId", "is missing; it is the main key"),
                        tuple("birthDate", "must be a date"),
                        tuple("gender", "must be one of male, female"),
                        tuple("name", "is empty; leave the field out instead"),
                        tuple("shoeSize", "the data set has no such field"))
        ).hasMessageContaining("household-register.gender").hasMessageNotContaining("yesterday");
        assertThat(pool.recordsOf(subject, SETS)).isEmpty();
        assertThat(pool.misfits(good)).isEmpty();
    }

    @Test
    void refusesWhatWouldHarmThePool() {
        var id = residentId(1990, 1);
        var other = residentId(1991, 1);
        var subject = person(pool, id);
        person(pool, other);
        var now = PoolRecord.versionAt(Samples.NOW);
        Map<String, String> fields = Map.of("residentId", id);
        refused(record(subject, "household-register", "a", now + Duration.ofDays(3).toNanos() / 1000, fields), "in the future");
        refused(record(subject, "household-register", "a", Long.MAX_VALUE, fields), "in the future");
        refused(record(subject, "household-register", "a", -1, fields), "negative");
        refused(record(subject, "household-register", "", 1, fields), "record id is empty");
        refused(record(subject, "household-register", "x".repeat(129), 1, fields), "longer than 128");
        refused(record(subject, "household-register", "a\u0000b", 1, fields), "control characters");
        refused(record(subject, "household-register", "a", 1, Map.of("residentId", other)), "another subject");
        refused(record(subject, "household-register", "a", 1, Map.of("residentId", "110101199003070012")), "check character");
        refused(record(subject, "business-register", "a", 1, Map.of("creditCode", Samples.creditCode(1))), "kind organisation, not person");
        refused(new PoolRecord(subject, "no-such-set", "a", 1, false, Map.of()), "no data set");
        refused(new PoolRecord(subject, "household-register", "a", 1, true, Map.of("name", Value.of("x"))), "no fields");
        pool.write(List.of(record(subject, "household-register", "a", now + Duration.ofDays(1).toNanos() / 1000, fields)));
        assertThat(pool.recordsOf(subject, SETS)).as("a day's skew is accepted").hasSize(1);
    }

    private void refused(PoolRecord record, String reason) {
        assertThatThrownBy(() -> pool.write(List.of(record))).isInstanceOf(RecordsRefused.class).hasMessageContaining(reason);
    }

    @Test
    void everyIdentifierLeadsToOneSubjectAlsoAfterReopening() {
        var birth = Identifier.birthCertificate("T330001234");
        var baby = pool.assign(birth, SubjectKind.PERSON);
        assertThat(pool.assign(birth, SubjectKind.PERSON)).isEqualTo(baby);
        var id = Identifier.residentId(residentId(2026, 2));
        assertThat(pool.subjectOf(id)).isEmpty();
        assertThat(pool.identify(baby, id)).isTrue();
        assertThat(pool.identify(baby, id)).as("repeated").isTrue();
        reopen();
        assertThat(pool.subjectOf(id)).contains(baby);
        assertThat(pool.identifiersOf(baby)).containsExactly(id, birth);
        var someone = person(pool, residentId(1980, 1));
        assertThat(someone).isNotEqualTo(baby);
        assertThat(pool.identify(someone, id)).as("it is the baby's").isFalse();
        assertThat(pool.subjectOf(id)).contains(baby);
        assertThatThrownBy(() -> pool.assign(id, SubjectKind.ORGANISATION)).hasMessageContaining("leads to subjects of kind person, not organisation");
        assertThatThrownBy(() -> pool.identify(SubjectId.of(SubjectKind.PERSON, 999_999), id)).hasMessageContaining("never assigned");
        assertThat(pool.identifiersOf(SubjectId.of(SubjectKind.PERSON, 999_999))).isEmpty();
    }

    @Test
    void manyCallersAtOnceGetTheSameSubjectsAndNoNumberTwice() throws Exception {
        var identifiers = IntStream.range(0, 200).mapToObj(i -> Identifier.residentId(residentId(1950 + i / 10, i))).toList();
        Callable<List<SubjectId>> everyone = () -> identifiers.stream()
                .map(identifier -> pool.assign(identifier, SubjectKind.PERSON)).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = threads.invokeAll(Collections.nCopies(4, everyone));
            var first = answers.getFirst().get();
            assertThat(new TreeSet<>(first)).hasSize(200);
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        }
        assertThat(pool.assignAll(identifiers)).hasSize(200);
        assertThat(pool.subjectsOf(identifiers)).isEqualTo(pool.assignAll(identifiers));
    }

    @Test
    void countsSayWhenTheyWereTaken() {
        var id = residentId(1990, 1);
        var subject = person(pool, id);
        assertThat(pool.counts().total()).isZero();
        pool.write(List.of(record(subject, "household-register", "a", 1, Map.of("residentId", id)),
                record(subject, "citizen-cards", "a", 1, Map.of("residentId", id)), deletion(subject, "citizen-cards", "b", 1)));
        assertThat(pool.counts().total()).as("not counted since").isZero();
        assertThat(pool.recount().byDataset()).isEqualTo(Map.of("household-register", 1L, "citizen-cards", 1L));
        reopen();
        assertThat(pool.counts().total()).isEqualTo(2);
        assertThat(pool.counts().asOf()).isEqualTo(Samples.NOW);
    }
}
