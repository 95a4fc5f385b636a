package org.fourportals.pool.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.pool.DataSets;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Relation;
import org.fourportals.pool.RocksPool;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city as a whole: everywhere records, nobody real, the same again, and loaded whole after an interruption. */
class DemoCityTest {

    static final DataSets DATA_SETS = DataSets.read(Path.of("../catalogue/datasets.tsv"));

    private static final List<String> FILLED = List.of("medical-insurance-enrolments", "household-register", "household-kinship",
            "birth-certificates", "residence-permits", "student-status", "low-income-households", "disability-certificates",
            "criminal-record-index", "resident-id-cards", "resident-id-photos", "insurance-contributions", "rental-registrations",
            "real-estate-titles", "old-age-benefits", "pension-insurance-enrolments", "citizen-cards", "cremation-records", "provident-accounts", "marriage-register",
            "provident-withdrawals", "driving-licences", "traffic-violations", "motor-vehicles", "school-catchments", "vaccinations",
            "power-accounts", "water-accounts", "gas-accounts", "housing-sale-contracts", "power-bills", "water-bills", "gas-bills",
            "business-register", "business-annual-reports", "insured-employers", "tax-returns", "food-licences",
            "employee-health-certificates", "standard-addresses");

    @TempDir
    Path folder;

    static Pool open(Path folder, LocalDate today) {
        return RocksPool.open(folder, DATA_SETS, Clock.fixed(today.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC), ZoneId.of("Asia/Shanghai")));
    }

    private static List<PoolRecord> all(Pool pool) {
        var records = new ArrayList<PoolRecord>();
        pool.scan(records::add);
        return records;
    }

    @Test
    void theSameSeedGivesTheSameCityAndLoadingAgainChangesNothing() {
        var today = LocalDate.of(2026, 11, 22);
        try (var one = open(folder.resolve("one"), today); var other = open(folder.resolve("other"), today)) {
            DemoCity.of(7, 800, today).loadInto(one, (residents, of) -> { });
            DemoCity.of(7, 800, today).loadInto(other, (residents, of) -> { });
            var first = all(one);
            assertThat(all(other)).isEqualTo(first);
            var counts = one.counts();
            DemoCity.in(one, 7, 800, today.plusDays(40)).loadInto(one, (residents, of) -> { });
            assertThat(all(one)).isEqualTo(first);
            assertThat(one.counts().byDataset()).isEqualTo(counts.byDataset());
            assertThat(DemoCity.in(one, 7, 800, today.plusDays(40)).today()).isEqualTo(today);
        }
        try (var another = open(folder.resolve("another"), today)) {
            DemoCity.of(8, 800, today).loadInto(another, (residents, of) -> { });
            assertThat(another.counts().total()).isPositive();
            try (var one = open(folder.resolve("one"), today)) {
                assertThat(all(another)).isNotEqualTo(all(one));
            }
        }
    }

    @Test
    void everyDataSetOfTheFirstAffairsHasRecordsAndEveryResidentIsNobody() {
        var today = LocalDate.of(2026, 11, 22);
        try (var pool = open(folder, today)) {
            var heard = new ArrayList<Integer>();
            var written = DemoCity.of(1, 4_000, today).loadInto(pool, (residents, of) -> heard.add(residents));
            assertThat(heard).isSorted().last().isEqualTo(4_000);
            assertThat(pool.counts().total()).isEqualTo(written);
            assertThat(pool.counts().byDataset().keySet()).containsExactlyInAnyOrderElementsOf(FILLED);
            assertThat(pool.counts().of("household-register")).isBetween(4_000L, 4_100L);
            var ids = new TreeSet<String>();
            pool.scan(record -> {
                record.find("residentId").ifPresent(id -> assertThat(ResidentId.of(id.written()).demo()).isTrue());
                record.find("creditCode").ifPresent(code -> assertThat(CreditCode.of(code.written()).demo()).isTrue());
                if (record.dataset().equals("household-register")) {
                    assertThat(ids.add(record.text("residentId"))).as("an id for each resident").isTrue();
                    var id = ResidentId.of(record.text("residentId"));
                    assertThat(record.date("birthDate")).isEqualTo(id.birthDate()).isBeforeOrEqualTo(today);
                    assertThat(record.text("gender")).isEqualTo(id.female() ? "female" : "male");
                }
            });
        }
    }

    @Test
    void familiesHangTogetherWhereverOneStarts() {
        var today = LocalDate.of(2026, 11, 22);
        try (var pool = open(folder, today)) {
            DemoCity.of(3, 1_500, today).loadInto(pool, (residents, of) -> { });
            var children = new HashMap<Relation, Integer>();
            pool.scan(record -> {
                if (record.dataset().equals("birth-certificates")) {
                    for (var parent : List.of(Relation.MOTHER, Relation.FATHER)) {
                        var parents = pool.linked(record.subject(), parent);
                        assertThat(parents).hasSize(1);
                        assertThat(pool.linked(parents.getFirst(), Relation.CHILD)).contains(record.subject());
                        children.merge(parent, 1, Integer::sum);
                    }
                }
                if (record.dataset().equals("real-estate-titles")) {
                    record.find("ownerId").ifPresent(owner ->
                            assertThat(pool.linked(pool.subjectOf(Identifier.residentId(owner.written())).orElseThrow(), Relation.HOME)).contains(record.subject()));
                }
            });
            assertThat(children.get(Relation.MOTHER)).isGreaterThan(50);
            var home = pool.subjectOf(new Identifier(IdentifierType.PROPERTY_UNIT, "HZ-U00001000")).orElseThrow();
            assertThat(pool.identifiersOf(home)).hasSize(5);
            assertThat(pool.recordsOf(home, Set.of("standard-addresses", "school-catchments", "power-bills", "real-estate-titles"))).hasSizeGreaterThan(4);
        }
    }

    @Test
    void anInterruptedLoadIsSeenAndCompletedWithTheDayItBeganWith() {
        var today = LocalDate.of(2026, 11, 22);
        var city = DemoCity.of(5, 1_200, today);
        Map<String, Long> whole;
        try (var pool = open(folder.resolve("whole"), today)) {
            city.loadInto(pool, (residents, of) -> { });
            whole = pool.counts().byDataset();
            assertThat(DemoCity.loadedIn(pool)).isTrue();
        }
        try (var pool = open(folder.resolve("broken"), today)) {
            assertThat(DemoCity.loadedIn(pool)).isFalse();
            assertThatThrownBy(() -> city.loadInto(pool, (residents, of) -> {
                throw new IllegalStateException("the light went out");
            })).hasMessageContaining("light");
            assertThat(DemoCity.loadedIn(pool)).isFalse();
            DemoCity.in(pool, 5, 1_200, today.plusDays(1)).loadInto(pool, (residents, of) -> { });
            assertThat(pool.counts().byDataset()).isEqualTo(whole);
            assertThat(DemoCity.loadedIn(pool)).isTrue();
        }
    }

    @Test
    void twentyThousandResidentsAreLoadedInSeconds() {
        var today = LocalDate.of(2026, 11, 22);
        try (var pool = open(folder, today)) {
            var start = System.nanoTime();
            var records = DemoCity.of(1, DemoCity.RESIDENTS, today).loadInto(pool, (residents, of) -> { });
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("demo city: %,d records in %.1f s%n", records, seconds);
            assertThat(records).isGreaterThan(200_000);
            assertThat(seconds).as("slower than any machine should be").isLessThan(60);
        }
    }
}
