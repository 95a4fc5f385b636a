package org.fourportals.pool.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;

/** Writes driving licences, vehicles and violations. Plates hold the letter I, which is never issued: they are nobody's. */
final class TrafficRegisters {

    private final Ledger ledger;

    TrafficRegisters(Ledger ledger) {
        this.ledger = ledger;
    }

    void licence(Resident resident, String licenceClass, LocalDate first, LocalDate expires, int points) {
        ledger.add(resident.known(), "driving-licences", "1", "residentId", resident.id(), "licenceNo", resident.id(), "licenceClass", licenceClass,
                "firstIssueDate", first, "expiryDate", expires, "licenceStatus", "normal", "penaltyPoints", points);
    }

    static Identifier plate(int serial) {
        return new Identifier(IdentifierType.PLATE, "浙A·" + (char) ('A' + serial / 10_000 % 26) + "I%04d".formatted(serial % 10_000));
    }

    /** @param owner a resident id or credit code */
    void vehicle(int serial, String owner, LocalDate registered) {
        var plate = plate(serial);
        var vin = "LDEMO%012d".formatted(serial);
        ledger.alias(plate, new Identifier(IdentifierType.VIN, vin));
        ledger.add(plate, "motor-vehicles", "1", "plateNumber", plate.value(), "vin", vin, "vehicleType", "small-car", "ownerId", owner,
                "firstRegistrationDate", registered, "energyType", serial % 3 == 0 ? "electric" : "petrol", "vehicleStatus", "valid");
    }

    void violation(int serial, LocalDate date, int points, boolean settled) {
        var plate = plate(serial);
        ledger.add(plate, "traffic-violations", date.toString(), "plateNumber", plate.value(),
                "violationTime", date.atTime(9, 30).toInstant(ZoneOffset.UTC), "violationCode", points > 0 ? "speeding" : "parking",
                "fineAmount", BigDecimal.valueOf(points > 0 ? 200 : 150), "points", points, "settled", settled);
    }
}
