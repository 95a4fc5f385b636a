package org.fourportals.pool.city;

import java.time.LocalDate;

/** All registers of the city, writing to one ledger. */
record Registers(PersonRegisters people, WelfareRegisters welfare, HousingRegisters housing, TrafficRegisters traffic,
                 CompanyRegisters companies) {

    static Registers of(Ledger ledger, LocalDate today) {
        return new Registers(new PersonRegisters(ledger, today), new WelfareRegisters(ledger, today), new HousingRegisters(ledger, today),
                new TrafficRegisters(ledger), new CompanyRegisters(ledger, today));
    }
}
