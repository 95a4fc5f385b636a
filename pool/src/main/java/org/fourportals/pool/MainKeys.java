package org.fourportals.pool;

import java.util.Map;
import java.util.Optional;

/**
 * By which type of identifier the main key of a data set names its subject: the one place. Data sets of accounts call
 * their key {@code accountNo} alike, so those are told apart by name.
 */
final class MainKeys {

    private static final Map<String, IdentifierType> BY_FIELD = Map.of(
            "residentId", IdentifierType.RESIDENT_ID,
            "passportNo", IdentifierType.PASSPORT,
            "creditCode", IdentifierType.CREDIT_CODE,
            "propertyUnitNo", IdentifierType.PROPERTY_UNIT,
            "addressCode", IdentifierType.ADDRESS_CODE,
            "parcelNo", IdentifierType.PARCEL,
            "plateNumber", IdentifierType.PLATE,
            "vin", IdentifierType.VIN);

    private static final Map<String, IdentifierType> BY_DATA_SET = Map.of(
            "birth-certificates", IdentifierType.BIRTH_CERTIFICATE,
            "power-accounts", IdentifierType.POWER_ACCOUNT,
            "power-bills", IdentifierType.POWER_ACCOUNT,
            "water-accounts", IdentifierType.WATER_ACCOUNT,
            "water-bills", IdentifierType.WATER_ACCOUNT,
            "gas-accounts", IdentifierType.GAS_ACCOUNT,
            "gas-bills", IdentifierType.GAS_ACCOUNT);

    private MainKeys() {
    }

    /** Empty if the directory has no type for it (a tree, an archive). */
    static Optional<IdentifierType> of(DataSet dataSet) {
        return Optional.ofNullable(BY_DATA_SET.get(dataSet.id()))
                .or(() -> Optional.ofNullable(BY_FIELD.get(dataSet.mainKey().name())))
                .filter(type -> type.kind() == dataSet.subject());
    }
}
