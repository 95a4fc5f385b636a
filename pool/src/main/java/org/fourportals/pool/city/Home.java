package org.fourportals.pool.city;

import org.fourportals.pool.Identifier;
import org.fourportals.pool.IdentifierType;

/** A dwelling or shop: one property that five registers know by numbers of their own. */
record Home(int serial, String address) {

    /** What the title register calls it. */
    Identifier unit() {
        return new Identifier(IdentifierType.PROPERTY_UNIT, "HZ-U%08d".formatted(serial));
    }

    Identifier addressCode() {
        return new Identifier(IdentifierType.ADDRESS_CODE, "HZ-A%08d".formatted(serial));
    }

    Identifier powerAccount() {
        return new Identifier(IdentifierType.POWER_ACCOUNT, "E%09d".formatted(serial));
    }

    Identifier waterAccount() {
        return new Identifier(IdentifierType.WATER_ACCOUNT, "W%09d".formatted(serial));
    }

    Identifier gasAccount() {
        return new Identifier(IdentifierType.GAS_ACCOUNT, "G%09d".formatted(serial));
    }
}
