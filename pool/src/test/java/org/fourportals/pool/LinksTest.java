package org.fourportals.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourportals.pool.Samples.deletion;
import static org.fourportals.pool.Samples.person;
import static org.fourportals.pool.Samples.record;
import static org.fourportals.pool.Samples.residentId;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations follow the registers as they stand, whatever was delivered before, twice or late. */
class LinksTest {

    private static final String ANN = residentId(1980, 2);
    private static final String BEN = residentId(1979, 1);
    private static final String CAL = residentId(1981, 3);

    @TempDir
    Path folder;
    private Pool pool;
    private SubjectId ann;
    private SubjectId ben;
    private SubjectId cal;

    @BeforeEach
    void open() {
        pool = RocksPool.open(folder, Samples.DATA_SETS, Samples.CLOCK);
        ann = person(pool, ANN);
        ben = person(pool, BEN);
        cal = person(pool, CAL);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private SubjectId unit(String number) {
        return pool.assign(new Identifier(IdentifierType.PROPERTY_UNIT, number), SubjectKind.PROPERTY);
    }

    private PoolRecord title(String unit, long version, String owner) {
        return record(unit(unit), "real-estate-titles", "t", version, Map.of("propertyUnitNo", unit, "ownerId", owner));
    }

    @Test
    void aHomeSoldLeadsToTheBuyerAndADeletedTitleToNobody() {
        pool.write(List.of(title("u1", 1, ANN), title("u2", 1, ANN)));
        assertThat(pool.linked(ann, Relation.HOME)).containsExactlyInAnyOrder(unit("u1"), unit("u2"));
        pool.write(List.of(title("u1", 2, BEN)));
        pool.write(List.of(title("u1", 1, ANN)));
        assertThat(pool.linked(ann, Relation.HOME)).containsExactly(unit("u2"));
        assertThat(pool.linked(ben, Relation.HOME)).containsExactly(unit("u1"));
        pool.write(List.of(deletion(unit("u1"), "real-estate-titles", "t", 3), title("u1", 2, BEN)));
        assertThat(pool.linked(ben, Relation.HOME)).isEmpty();
        pool.write(List.of(title("u1", 4, BEN)));
        assertThat(pool.linked(ben, Relation.HOME)).as("registered anew").containsExactly(unit("u1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void replayInAnyOrderEndsInTheSameLinks(long seed) {
        var random = new Random(seed);
        var people = List.of(ANN, BEN, CAL);
        var versions = new ArrayList<PoolRecord>();
        var owner = new HashMap<String, String>();
        for (var version = 1; version <= 300; version++) {
            var unit = "u" + random.nextInt(20);
            if (random.nextInt(6) == 0) {
                versions.add(deletion(unit(unit), "real-estate-titles", "t", version));
                owner.remove(unit);
            } else {
                var who = people.get(random.nextInt(3));
                versions.add(title(unit, version, who));
                owner.put(unit, who);
            }
        }
        versions.addAll(List.copyOf(versions));
        Collections.shuffle(versions, random);
        versions.forEach(version -> pool.write(List.of(version)));
        for (var id : people) {
            var expected = owner.entrySet().stream().filter(entry -> entry.getValue().equals(id))
                    .map(entry -> unit(entry.getKey())).toList();
            assertThat(pool.linked(person(pool, id), Relation.HOME)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aBabyKnownByItsBirthCertificateIsTheChildOfBothAlsoAfterItHasAResidentId() {
        var baby = pool.assign(Identifier.birthCertificate("B1"), SubjectKind.PERSON);
        pool.write(List.of(record(baby, "birth-certificates", "B1", 1, Map.of("certificateNo", "B1", "motherId", ANN, "fatherId", BEN))));
        assertThat(pool.linked(ann, Relation.CHILD)).containsExactly(baby);
        assertThat(pool.linked(ben, Relation.CHILD)).containsExactly(baby);
        assertThat(pool.linked(baby, Relation.MOTHER)).containsExactly(ann);
        assertThat(pool.linked(baby, Relation.FATHER)).containsExactly(ben);
        var id = residentId(2026, 1);
        pool.identify(baby, Identifier.residentId(id));
        pool.write(List.of(kinship(ann, ANN, id, "child", "k1"), kinship(baby, id, BEN, "father", "k2")));
        assertThat(pool.linked(ann, Relation.CHILD)).as("once, though two registers say so").containsExactly(baby);
        assertThat(pool.linked(ben, Relation.CHILD)).containsExactly(baby);
        assertThat(pool.linked(ann, Relation.MOTHER)).isEmpty();
    }

    private static PoolRecord kinship(SubjectId subject, String id, String relative, String relation, String record) {
        return record(subject, "household-kinship", record, 1, Map.of("residentId", id, "relativeId", relative, "relation", relation));
    }

    @Test
    void aTitleThatArrivesBeforeItsOwnerIsKnownLeadsToThemLater() {
        var dee = residentId(1985, 4);
        pool.write(List.of(title("u1", 1, dee)));
        assertThat(pool.linked(person(pool, dee), Relation.HOME)).containsExactly(unit("u1"));
    }

    @Test
    void aMarriageLeadsBothWaysUntilANewerDivorceOfEitherEndsIt() {
        pool.write(List.of(marriage(ann, ANN, BEN, "marriage", "2010-05-01", "m1")));
        assertThat(pool.linked(ann, Relation.SPOUSE)).containsExactly(ben);
        assertThat(pool.linked(ben, Relation.SPOUSE)).containsExactly(ann);
        pool.write(List.of(marriage(ben, BEN, ANN, "divorce", "2020-05-01", "m2")));
        assertThat(pool.linked(ann, Relation.SPOUSE)).isEmpty();
        assertThat(pool.linked(ben, Relation.SPOUSE)).isEmpty();
        pool.write(List.of(marriage(cal, CAL, ANN, "marriage", "2022-05-01", "m3")));
        assertThat(pool.linked(ann, Relation.SPOUSE)).containsExactly(cal);
        assertThat(pool.linked(ben, Relation.SPOUSE)).isEmpty();
        pool.write(List.of(deletion(cal, "marriage-register", "m3", 9)));
        assertThat(pool.linked(ann, Relation.SPOUSE)).as("declared void: divorced since 2020").isEmpty();
    }

    private static PoolRecord marriage(SubjectId subject, String id, String spouse, String kind, String date, String record) {
        return record(subject, "marriage-register", record, 1,
                Map.of("residentId", id, "spouseId", spouse, "registrationKind", kind, "registrationDate", date));
    }

    @Test
    void companiesVehiclesAndCurrentLeasesLeadToTheirPeople() {
        var code = Samples.creditCode(7);
        var company = pool.assign(Identifier.creditCode(code), SubjectKind.ORGANISATION);
        var car = pool.assign(new Identifier(IdentifierType.PLATE, "浙A·D12345"), SubjectKind.VEHICLE);
        var van = pool.assign(new Identifier(IdentifierType.PLATE, "浙A·D54321"), SubjectKind.VEHICLE);
        pool.write(List.of(
                record(company, "business-register", "b", 1, Map.of("creditCode", code, "legalRepresentativeId", ANN)),
                record(car, "motor-vehicles", "c", 1, Map.of("plateNumber", "浙A·D12345", "ownerId", ANN)),
                record(van, "motor-vehicles", "c", 1, Map.of("plateNumber", "浙A·D54321", "ownerId", code)),
                lease("u1", Samples.TODAY.minusDays(1).toString()), lease("u2", Samples.TODAY.toString())));
        assertThat(pool.linked(ann, Relation.COMPANY)).containsExactly(company);
        assertThat(pool.linked(ann, Relation.VEHICLE)).containsExactly(car);
        assertThat(pool.linked(company, Relation.VEHICLE)).containsExactly(van);
        assertThat(pool.linked(ann, Relation.RENTED_HOME)).as("one ended yesterday, one ends today").containsExactly(unit("u2"));
    }

    private PoolRecord lease(String unit, String end) {
        return record(unit(unit), "rental-registrations", "l", 1, Map.of("propertyUnitNo", unit, "tenantId", ANN, "endDate", end));
    }

    @Test
    void aRegisterThatNamesAHalfNumberLeadsNowhereAndHarmsNothing() {
        pool.write(List.of(marriage(ann, ANN, "12345", "marriage", "2010-05-01", "m1"), title("u1", 1, "?")));
        assertThat(pool.linked(ann, Relation.SPOUSE)).isEmpty();
        assertThat(pool.linked(ann, Relation.HOME)).isEmpty();
    }

    @Test
    void everyDeclaredReferenceNamesAFieldThatExists() {
        assertThat(References.ALL).allSatisfy(reference -> {
            var dataSet = Samples.DATA_SETS.get(reference.dataset());
            assertThat(dataSet.field(reference.field())).isPresent();
            reference.onlyIf().forEach((field, code) -> assertThat(dataSet.field(field).orElseThrow().codes()).contains(code));
            var dates = java.util.stream.Stream.of(reference.until(), reference.newestBy()).filter(java.util.Objects::nonNull);
            assertThat(dates).allSatisfy(date -> assertThat(dataSet.field(date).orElseThrow().type()).isEqualTo(FieldType.DATE));
        });
        assertThat(References.ALL).extracting(References.Reference::relation).contains(Relation.values());
    }
}
