package org.fourportals.pool.city;

import java.time.LocalDate;
import org.fourportals.pool.Identifier;

/** Writes what police and civil affairs keep about people. A card without end (from 46 on) ends in 2999, so that conditions on the end hold. */
final class PersonRegisters {

    static final LocalDate WITHOUT_END = LocalDate.of(2999, 12, 31);

    private final Ledger ledger;
    private final LocalDate today;

    PersonRegisters(Ledger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    void household(Resident resident, String address) {
        ledger.add(resident.known(), "household-register", "1", "residentId", resident.id(), "name", resident.name(),
                "gender", resident.female() ? "female" : "male", "birthDate", resident.born(), "ethnicity", ethnicity(resident),
                "hukouPlace", resident.hukou(), "hukouType", "family", "address", address);
    }

    private static String ethnicity(Resident resident) {
        return switch (Math.floorMod(resident.id().hashCode(), 60)) {
            case 0 -> "she";
            case 1 -> "hui";
            case 2 -> "tujia";
            default -> "han";
        };
    }

    /** Both directions: what the relative is to the resident and back. */
    void kin(String householdNo, Resident resident, Resident relative, String relation, String back, LocalDate since) {
        kinship(householdNo, resident, relative, relation, since);
        kinship(householdNo, relative, resident, back, since);
    }

    private void kinship(String householdNo, Resident resident, Resident relative, String relation, LocalDate since) {
        ledger.add(resident.known(), "household-kinship", relative.id(), "residentId", resident.id(), "relativeId", relative.id(),
                "relation", relation, "householdNo", householdNo, "validFrom", since);
    }

    void idCard(Resident resident) {
        var age = resident.age(today);
        var issued = today.minusDays(30 + Math.floorMod(resident.id().hashCode(), 1_400));
        var years = age < 16 ? 5 : age < 26 ? 10 : 20;
        ledger.add(resident.known(), "resident-id-cards", "1", "residentId", resident.id(), "name", resident.name(), "issueDate", issued,
                "expiryDate", age >= 46 ? WITHOUT_END : issued.plusYears(years), "issuingOffice", "PS" + resident.number().orElseThrow().region(),
                "cardStatus", "valid");
        ledger.add(resident.known(), "resident-id-photos", "1", "residentId", resident.id(),
                "photo", Portrait.of(resident.id().hashCode(), resident.female(), age), "takenDate", issued.minusDays(10), "photoQuality", 90);
    }

    /** @param kind {@code none}, {@code criminal} or {@code administrative} */
    void record(Resident resident, String kind) {
        if (kind.equals("none")) {
            ledger.add(resident.known(), "criminal-record-index", "1", "residentId", resident.id(), "hasRecord", false, "recordKind", kind);
        } else {
            ledger.add(resident.known(), "criminal-record-index", "1", "residentId", resident.id(), "hasRecord", true, "recordKind", kind,
                    "judgmentDate", today.minusDays(400 + Math.floorMod(resident.id().hashCode(), 3_000)));
        }
    }

    /** @param kind {@code marriage} or {@code divorce}; each of the two gets a record */
    void marriage(Resident one, Resident other, String kind, LocalDate date) {
        var certificate = (kind.equals("marriage") ? "J" : "L") + "999990-" + date.getYear() + "-" + one.id().substring(4);
        married(one, other, kind, date, certificate);
        married(other, one, kind, date, certificate);
    }

    private void married(Resident resident, Resident spouse, String kind, LocalDate date, String certificate) {
        ledger.add(resident.known(), "marriage-register", certificate, "residentId", resident.id(), "spouseId", spouse.id(),
                "registrationKind", kind, "registrationDate", date, "office", "CA01", "certificateNo", certificate);
    }

    void birth(Resident child, Resident mother, Resident father) {
        var number = child.birthCertificate().orElseThrow();
        var certificate = Identifier.birthCertificate(number);
        if (child.number().isPresent()) {
            ledger.alias(child.known(), certificate);
        }
        ledger.add(child.known(), "birth-certificates", number, "certificateNo", number, "childName", child.name(), "birthDate", child.born(),
                "motherId", mother.id(), "fatherId", father.id(), "hospitalCode", "HZ-H%02d".formatted(1 + Math.floorMod(number.hashCode(), 20)));
    }

    void residencePermit(Resident resident, String address, LocalDate issued, LocalDate expires, int points) {
        var number = "HZR" + resident.id().substring(4, 17);
        ledger.add(resident.known(), "residence-permits", number, "residentId", resident.id(), "permitNo", number, "hukouPlace", resident.hukou(),
                "currentAddress", address, "issueDate", issued, "expiryDate", expires, "pointsTotal", points);
    }

    void cremation(Resident resident, LocalDate date) {
        ledger.add(resident.known(), "cremation-records", "1", "residentId", resident.id(), "cremationDate", date, "funeralHome", "HZ-F1",
                "certificateNo", "C" + resident.id().substring(4));
    }
}
