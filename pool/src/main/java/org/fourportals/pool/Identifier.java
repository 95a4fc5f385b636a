package org.fourportals.pool;

import java.nio.charset.StandardCharsets;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;

/**
 * A number by which some register knows a subject. Values are compared exactly, so they are kept in the one form the
 * register writes; resident ids and credit codes must have their right check character.
 */
public record Identifier(IdentifierType type, String value) {

    /** Longest value in bytes of UTF-8; no register of the city has a longer one. */
    public static final int LONGEST = 64;

    /** @throws IllegalArgumentException for a value that is blank, too long, holds control characters or is false by its check character */
    public Identifier {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(type.word() + ": empty, or spaces around it");
        }
        if (value.length() > LONGEST || value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new IllegalArgumentException(type.word() + ": longer than " + LONGEST + " bytes");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(type.word() + ": holds control characters");
        }
        switch (type) {
            case RESIDENT_ID -> requireCanonical(value, ResidentId.of(value).toString());
            case CREDIT_CODE -> requireCanonical(value, CreditCode.of(value).toString());
            case BIRTH_CERTIFICATE, PASSPORT, PROPERTY_UNIT, ADDRESS_CODE, POWER_ACCOUNT, WATER_ACCOUNT, GAS_ACCOUNT,
                 PARCEL, PLATE, VIN -> { }
        }
    }

    private static void requireCanonical(String value, String canonical) {
        if (!value.equals(canonical)) {
            throw new IllegalArgumentException("write it as " + canonical);
        }
    }

    public static Identifier residentId(String value) {
        return new Identifier(IdentifierType.RESIDENT_ID, value);
    }

    public static Identifier creditCode(String value) {
        return new Identifier(IdentifierType.CREDIT_CODE, value);
    }

    public static Identifier birthCertificate(String value) {
        return new Identifier(IdentifierType.BIRTH_CERTIFICATE, value);
    }

    @Override
    public String toString() {
        return type.word() + ":" + value;
    }
}
