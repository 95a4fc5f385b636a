package org.fourportals.sharing.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.pool.DataSet;
import org.fourportals.pool.Field;
import org.fourportals.pool.FieldType;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Value;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;
import org.fourportals.sharing.DataSetSurvey;
import org.fourportals.sharing.DataSetSurvey.Agreement;

/** Whether those whom a register names, such as an owner or an employer, are known to the city; looked up for the first hundreds of each field. */
final class References {

    private static final int MOST = 500;

    private final Pool pool;
    private final Map<Place, List<Identifier>> named = new HashMap<>();

    private record Place(String dataset, String field) {
    }

    References(Pool pool) {
        this.pool = pool;
    }

    void note(DataSet dataSet, PoolRecord record) {
        for (Field field : dataSet.fields()) {
            boolean names = field.type() == FieldType.ID && !field.equals(dataSet.mainKey()) && (field.name().endsWith("Id") || field.name().endsWith("reditCode"));
            if (names && record.fields().get(field.name()) instanceof Value.Text(String number)) {
                List<Identifier> known = named.computeIfAbsent(new Place(dataSet.id(), field.name()), place -> new ArrayList<>());
                if (known.size() < MOST) {
                    identifier(number).ifPresent(known::add);
                }
            }
        }
    }

    /** Numbers of other kinds, such as passports', are not looked up. */
    private static Optional<Identifier> identifier(String number) {
        if (ResidentId.fault(number).isEmpty()) {
            return Optional.of(Identifier.residentId(number));
        }
        return CreditCode.fault(number).isEmpty() ? Optional.of(Identifier.creditCode(number)) : Optional.empty();
    }

    List<Agreement> found() {
        List<Agreement> found = new ArrayList<>();
        named.forEach((place, identifiers) -> {
            Set<Identifier> known = pool.subjectsOf(Set.copyOf(identifiers)).keySet();
            if (!identifiers.isEmpty()) {
                found.add(new Agreement(place.dataset(), DataSetSurvey.DIRECTORY, place.field(), identifiers.size(),
                        identifiers.stream().filter(known::contains).count()));
            }
        });
        return found;
    }
}
