package org.fourportals.pool;

/**
 * The kinds of identifier that lead to a subject, and what kind of subject each leads to. One subject may have several:
 * a newborn is known by the birth certificate first and by the resident id later, a home by its unit number, its
 * standard address and its three utility accounts.
 */
public enum IdentifierType {
    RESIDENT_ID("resident-id", SubjectKind.PERSON, 1),
    BIRTH_CERTIFICATE("birth-certificate", SubjectKind.PERSON, 2),
    PASSPORT("passport", SubjectKind.PERSON, 3),
    CREDIT_CODE("credit-code", SubjectKind.ORGANISATION, 4),
    PROPERTY_UNIT("property-unit", SubjectKind.PROPERTY, 5),
    ADDRESS_CODE("address-code", SubjectKind.PROPERTY, 6),
    POWER_ACCOUNT("power-account", SubjectKind.PROPERTY, 7),
    WATER_ACCOUNT("water-account", SubjectKind.PROPERTY, 8),
    GAS_ACCOUNT("gas-account", SubjectKind.PROPERTY, 9),
    PARCEL("parcel", SubjectKind.PROPERTY, 10),
    PLATE("plate", SubjectKind.VEHICLE, 11),
    VIN("vin", SubjectKind.VEHICLE, 12);

    private final String word;
    private final SubjectKind kind;
    private final int code;

    IdentifierType(String word, SubjectKind kind, int code) {
        this.word = word;
        this.kind = kind;
        this.code = code;
    }

    public String word() {
        return word;
    }

    public SubjectKind kind() {
        return kind;
    }

    /** @throws IllegalArgumentException if identifiers of this type lead to another kind of subject */
    void require(SubjectKind wanted) {
        if (kind != wanted) {
            throw new IllegalArgumentException(word + " leads to subjects of kind " + kind.word() + ", not " + wanted.word());
        }
    }

    /** The byte that stands for this type in a store; never reused. */
    int code() {
        return code;
    }

    static IdentifierType ofCode(int code) {
        for (var type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type of identifier has code " + code);
    }

    /** @throws IllegalArgumentException for a word that names no type */
    public static IdentifierType ofWord(String word) {
        for (var type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no type of identifier is called \"" + word + "\"");
    }
}
