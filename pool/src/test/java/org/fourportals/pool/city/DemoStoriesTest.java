package org.fourportals.pool.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.pool.city.DemoPeople.CHEN_ZHIQIANG;
import static org.fourportals.pool.city.DemoPeople.HE_JING;
import static org.fourportals.pool.city.DemoPeople.LAKESIDE_BISTRO;
import static org.fourportals.pool.city.DemoPeople.LIN_XIAOYUE;
import static org.fourportals.pool.city.DemoPeople.MA_CHAO;
import static org.fourportals.pool.city.DemoPeople.SHEN_JIAMING;
import static org.fourportals.pool.city.DemoPeople.SUN_LI;
import static org.fourportals.pool.city.DemoPeople.WANG_DEFU;
import static org.fourportals.pool.city.DemoPeople.WANG_MEILI;
import static org.fourportals.pool.city.DemoPeople.WU_HAIYAN;
import static org.fourportals.pool.city.DemoPeople.ZHAO_PENG;
import static org.fourportals.pool.city.DemoPeople.ZHOU_YUTONG;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Relation;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each demo person's story is true by the records, on ordinary days and on the awkward ones of the calendar. */
class DemoStoriesTest {

    private static final Map<LocalDate, Pool> POOLS = new TreeMap<>();

    @TempDir
    static Path folder;

    private LocalDate today = LocalDate.EPOCH;
    private Pool pool;

    private void on(String day) {
        today = LocalDate.parse(day);
        pool = POOLS.computeIfAbsent(today, date -> {
            var opened = DemoCityTest.open(folder.resolve(day), date);
            DemoCity.of(1, 50, date).loadInto(opened, (residents, of) -> { });
            return opened;
        });
    }

    @AfterAll
    static void close() {
        POOLS.values().forEach(Pool::close);
    }

    private SubjectId subject(DemoPerson person) {
        return pool.subjectOf(Identifier.residentId(person.residentId().number())).orElseThrow();
    }

    private List<PoolRecord> records(SubjectId subject, String dataset) {
        return pool.recordsOf(subject, Set.of(dataset));
    }

    private PoolRecord only(SubjectId subject, String dataset) {
        var found = records(subject, dataset);
        assertThat(found).as(dataset).hasSize(1);
        return found.getFirst();
    }

    private void inHangzhou(SubjectId subject) {
        assertThat(only(subject, "household-register").text("hukouPlace")).isEqualTo("hangzhou");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void everybodyIsRegisteredWithCardPhotoAndNoRecord(String day) {
        on(day);
        assertThat(DemoPeople.all()).hasSize(12).allSatisfy(person -> {
            assertThat(DemoPeople.get(person.key())).isEqualTo(person);
            assertThat(person.residentId().demo()).isTrue();
            var subject = subject(person);
            assertThat(only(subject, "household-register").text("name")).isEqualTo(person.nameZh());
            assertThat(only(subject, "resident-id-cards").date("expiryDate")).isAfter(today);
            assertThat(only(subject, "resident-id-photos").find("photo").orElseThrow()).isInstanceOf(Value.Picture.class);
            assertThat(only(subject, "criminal-record-index").find("hasRecord")).contains(Value.of(false));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void linsBabyIsRegisteredAndNotInsured(String day) {
        on(day);
        var mother = subject(LIN_XIAOYUE);
        inHangzhou(mother);
        assertThat(pool.linked(mother, Relation.SPOUSE)).containsExactly(subject(CHEN_ZHIQIANG));
        assertThat(pool.linked(mother, Relation.CHILD)).hasSize(1).isEqualTo(pool.linked(subject(CHEN_ZHIQIANG), Relation.CHILD));
        var baby = pool.linked(mother, Relation.CHILD).getFirst();
        inHangzhou(baby);
        var birth = only(baby, "birth-certificates");
        assertThat(birth.date("birthDate")).isEqualTo(today.minusDays(60));
        assertThat(birth.text("childName")).isEqualTo("陈安安");
        assertThat(records(baby, "medical-insurance-enrolments")).isEmpty();
        assertThat(pool.linked(baby, Relation.MOTHER)).containsExactly(mother);
        assertThat(pool.identifiersOf(baby)).extracting(Identifier::type)
                .containsExactly(IdentifierType.RESIDENT_ID, IdentifierType.BIRTH_CERTIFICATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void zhousBabyHasABirthCertificateOnly(String day) {
        on(day);
        var mother = subject(ZHOU_YUTONG);
        inHangzhou(mother);
        assertThat(pool.linked(mother, Relation.SPOUSE)).hasSize(1);
        var baby = pool.linked(mother, Relation.CHILD).getFirst();
        assertThat(pool.identifiersOf(baby)).extracting(Identifier::type).containsExactly(IdentifierType.BIRTH_CERTIFICATE);
        assertThat(only(baby, "birth-certificates").date("birthDate")).isEqualTo(today.minusDays(20));
        assertThat(records(baby, "household-register")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void wangIsPastEightyWithACardAndWithoutAllowance(String day) {
        on(day);
        var grandfather = subject(WANG_DEFU);
        inHangzhou(grandfather);
        assertThat(WANG_DEFU.residentId().birthDate().plusYears(80)).isBeforeOrEqualTo(today);
        assertThat(only(grandfather, "citizen-cards").text("cardStatus")).isEqualTo("active");
        assertThat(records(grandfather, "old-age-benefits")).isEmpty();
        assertThat(records(grandfather, "cremation-records")).isEmpty();
        assertThat(pool.linked(grandfather, Relation.CHILD)).containsExactly(subject(WANG_MEILI));
        assertThat(pool.linked(subject(WANG_MEILI), Relation.FATHER)).containsExactly(grandfather);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void shensRestaurantLacksLicenceAndLastYearsReport(String day) {
        on(day);
        var company = pool.subjectOf(Identifier.creditCode(LAKESIDE_BISTRO.code())).orElseThrow();
        assertThat(pool.linked(subject(SHEN_JIAMING), Relation.COMPANY)).containsExactly(company);
        var entry = only(company, "business-register");
        assertThat(entry.text("name")).isEqualTo("杭州湖畔小馆餐饮有限公司");
        assertThat(entry.text("entityType")).isEqualTo("limited-company");
        assertThat(entry.text("status")).isEqualTo("active");
        assertThat(records(company, "food-licences")).isEmpty();
        assertThat(records(company, "business-annual-reports")).isNotEmpty()
                .noneMatch(report -> report.find("year").orElseThrow().equals(Value.of(today.getYear() - 1)));
        only(company, "insured-employers");
        assertThat(records(company, "tax-returns")).isNotEmpty();
        assertThat(only(subject(SHEN_JIAMING), "employee-health-certificates").date("expiryDate")).isAfter(today);
        assertThat(pool.linked(company, Relation.RENTED_HOME)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void zhaoRentsPaysInAndHisPermitEndsInTwentyFiveDays(String day) {
        on(day);
        var newcomer = subject(ZHAO_PENG);
        assertThat(only(newcomer, "household-register").text("hukouPlace")).isEqualTo("other-province");
        assertThat(only(newcomer, "residence-permits").date("expiryDate")).isEqualTo(today.plusDays(25));
        var rented = pool.linked(newcomer, Relation.RENTED_HOME);
        assertThat(rented).hasSize(1);
        assertThat(only(rented.getFirst(), "rental-registrations").date("endDate")).isAfter(today);
        var months = records(newcomer, "insurance-contributions").stream()
                .filter(record -> record.text("insuranceKind").equals("pension")).map(record -> record.text("month")).toList();
        for (var back = 1; back <= 12; back++) {
            assertThat(months).contains(java.time.YearMonth.from(today).minusMonths(back).toString());
        }
        assertThat(only(newcomer, "provident-accounts").text("accountStatus")).isEqualTo("active");
        assertThat(pool.linked(newcomer, Relation.SPOUSE)).isEmpty();
        assertThat(records(newcomer, "marriage-register")).isEmpty();
        assertThat(pool.linked(newcomer, Relation.HOME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void wusLicenceExpiresInSixtyDaysWithoutOpenViolations(String day) {
        on(day);
        var licence = only(subject(WU_HAIYAN), "driving-licences");
        assertThat(licence.text("licenceClass")).isEqualTo("C1");
        assertThat(licence.date("expiryDate")).isEqualTo(today.plusDays(60));
        var vehicles = pool.linked(subject(WU_HAIYAN), Relation.VEHICLE);
        assertThat(vehicles).hasSize(1);
        assertThat(records(vehicles.getFirst(), "traffic-violations"))
                .allMatch(violation -> violation.find("settled").orElseThrow().equals(Value.of(true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void sunsUtilitiesAreStillTheSellers(String day) {
        on(day);
        var homes = pool.linked(subject(SUN_LI), Relation.HOME);
        assertThat(homes).hasSize(1);
        var home = homes.getFirst();
        assertThat(only(home, "real-estate-titles").date("registeredDate")).isEqualTo(today.minusDays(14));
        var seller = only(home, "housing-sale-contracts").text("sellerId");
        assertThat(seller).isNotEqualTo(SUN_LI.residentId().number());
        for (var kind : List.of("power", "water", "gas")) {
            assertThat(only(home, kind + "-accounts").text("holderId")).isEqualTo(seller);
            assertThat(records(home, kind + "-bills")).isNotEmpty().allMatch(bill -> bill.find("paid").orElseThrow().equals(Value.of(true)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void hesChildStartsSchoolNextSeptember(String day) {
        on(day);
        var mother = subject(HE_JING);
        inHangzhou(mother);
        var child = pool.linked(mother, Relation.CHILD).getFirst();
        inHangzhou(child);
        var nextStart = LocalDate.of(today.getMonthValue() >= 9 ? today.getYear() + 1 : today.getYear(), 8, 31);
        var sixth = only(child, "household-register").date("birthDate").plusYears(6);
        assertThat(sixth).isBeforeOrEqualTo(nextStart).isAfter(nextStart.minusYears(1));
        assertThat(only(child, "student-status").text("grade")).isEqualTo("K3");
        assertThat(pool.linked(mother, Relation.HOME)).hasSize(2).allSatisfy(home ->
                assertThat(only(home, "school-catchments").find("year")).contains(Value.of(nextStart.getYear())));
        assertThat(records(child, "vaccinations")).extracting(record -> record.text("vaccineCode"))
                .contains("BCG", "HepB", "DTaP", "MMR", "OPV", "JE", "MenA").hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2028-02-29", "2027-01-01", "2026-09-01"})
    void maHasNoRecord(String day) {
        on(day);
        inHangzhou(subject(MA_CHAO));
        assertThat(only(subject(MA_CHAO), "criminal-record-index").text("recordKind")).isEqualTo("none");
    }
}
