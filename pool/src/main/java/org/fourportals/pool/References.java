package org.fourportals.pool;

import static org.fourportals.pool.IdentifierType.CREDIT_CODE;
import static org.fourportals.pool.IdentifierType.RESIDENT_ID;
import static org.fourportals.pool.Relation.CHILD;
import static org.fourportals.pool.Relation.COMPANY;
import static org.fourportals.pool.Relation.FATHER;
import static org.fourportals.pool.Relation.HOME;
import static org.fourportals.pool.Relation.MOTHER;
import static org.fourportals.pool.Relation.RENTED_HOME;
import static org.fourportals.pool.Relation.SPOUSE;
import static org.fourportals.pool.Relation.VEHICLE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which field of which data set makes which {@link Relation}: the one place. A {@link Reference} is read either from the
 * record's subject to whom the field names, or from whom it names back to the record's subject.
 */
public final class References {

    /**
     * One way in which a relation arises.
     *
     * @param field the field that names somebody
     * @param named by which types of identifier it may name them, tried in turn
     * @param back true: whoever is named is led to the record's subject; false: the record's subject is led to whoever is named
     * @param onlyIf field and value that the record must have; empty if none
     * @param until a date field after which the relation has ended; {@code null} if none
     * @param newestBy a date field: of all such records of somebody only the newest counts, so that a divorce ends a
     *     marriage; {@code null} if all count
     */
    public record Reference(Relation relation, String dataset, String field, List<IdentifierType> named, boolean back,
                            Map<String, String> onlyIf, @Nullable String until, @Nullable String newestBy) {
    }

    private static final List<IdentifierType> PERSON = List.of(RESIDENT_ID);
    private static final List<IdentifierType> OWNER = List.of(RESIDENT_ID, CREDIT_CODE);

    /** All of them. In household-kinship {@code relativeId} is the {@code relation} of {@code residentId}. */
    public static final List<Reference> ALL = List.of(
            back(CHILD, "birth-certificates", "motherId", PERSON),
            back(CHILD, "birth-certificates", "fatherId", PERSON),
            forth(CHILD, "household-kinship", "relativeId", Map.of("relation", "child")),
            back(CHILD, "household-kinship", "relativeId", PERSON, Map.of("relation", "mother")),
            back(CHILD, "household-kinship", "relativeId", PERSON, Map.of("relation", "father")),
            forth(MOTHER, "birth-certificates", "motherId", Map.of()),
            forth(MOTHER, "household-kinship", "relativeId", Map.of("relation", "mother")),
            forth(FATHER, "birth-certificates", "fatherId", Map.of()),
            forth(FATHER, "household-kinship", "relativeId", Map.of("relation", "father")),
            marriage(false),
            marriage(true),
            back(HOME, "real-estate-titles", "ownerId", OWNER),
            new Reference(RENTED_HOME, "rental-registrations", "tenantId", OWNER, true, Map.of(), "endDate", null),
            back(COMPANY, "business-register", "legalRepresentativeId", PERSON),
            back(VEHICLE, "motor-vehicles", "ownerId", OWNER));

    private static final Map<String, Set<String>> INDEXED = ALL.stream().filter(Reference::back)
            .collect(Collectors.groupingBy(Reference::dataset, Collectors.mapping(Reference::field, Collectors.toSet())));

    private References() {
    }

    /** The fields of a data set by which records must be found back from whom they name. */
    static Set<String> indexedFields(String dataset) {
        return INDEXED.getOrDefault(dataset, Set.of());
    }

    private static Reference forth(Relation relation, String dataset, String field, Map<String, String> onlyIf) {
        return new Reference(relation, dataset, field, PERSON, false, onlyIf, null, null);
    }

    private static Reference back(Relation relation, String dataset, String field, List<IdentifierType> named) {
        return back(relation, dataset, field, named, Map.of());
    }

    private static Reference back(Relation relation, String dataset, String field, List<IdentifierType> named,
                                  Map<String, String> onlyIf) {
        return new Reference(relation, dataset, field, named, true, onlyIf, null, null);
    }

    private static Reference marriage(boolean back) {
        return new Reference(SPOUSE, "marriage-register", "spouseId", PERSON, back,
                Map.of("registrationKind", "marriage"), null, "registrationDate");
    }
}
