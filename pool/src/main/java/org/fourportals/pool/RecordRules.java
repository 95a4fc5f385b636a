package org.fourportals.pool;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every engine demands of a record before it writes it. */
final class RecordRules {

    /**
     * How far a source's clock may run ahead of ours. A version of the far future would win over every later correction,
     * so it is refused; a day's skew between departments is not.
     */
    static final Duration MOST_AHEAD = Duration.ofDays(2);

    static final int LONGEST_ID = 128;

    private RecordRules() {
    }

    /** All that is wrong with a record; empty if it fits. */
    static List<Misfit> misfits(PoolRecord record, DataSets dataSets, Instant now) {
        var found = misfitsBesideMainKey(record, dataSets, now);
        if (dataSets.find(record.dataset()).isPresent() && !record.deleted()) {
            mainKeyMisfit(record, dataSets.get(record.dataset())).ifPresent(found::add);
        }
        return found;
    }

    /** As {@link #misfits}, without holding the main key against the rules of its identifier. */
    static List<Misfit> misfitsBesideMainKey(PoolRecord record, DataSets dataSets, Instant now) {
        var found = new ArrayList<Misfit>(0);
        var dataSet = dataSets.find(record.dataset());
        if (dataSet.isEmpty()) {
            found.add(misfit(record, "", "no data set is called so"));
            return found;
        }
        if (record.subject().kind() != dataSet.get().subject()) {
            found.add(misfit(record, "", "the data set is about subjects of kind " + dataSet.get().subject().word()
                    + ", not " + record.subject().kind().word()));
        }
        idFault(record.id()).ifPresent(reason -> found.add(misfit(record, "", reason)));
        if (record.version() < 0 || record.version() > PoolRecord.versionAt(now.plus(MOST_AHEAD))) {
            found.add(misfit(record, "", record.version() < 0 ? "its version is negative"
                    : "its version lies more than " + MOST_AHEAD.toDays() + " days in the future"));
        }
        if (record.deleted()) {
            if (!record.fields().isEmpty()) {
                found.add(misfit(record, "", "a deletion carries no fields"));
            }
        } else {
            fieldMisfits(record, dataSet.get(), found);
        }
        return found;
    }

    private static void fieldMisfits(PoolRecord record, DataSet dataSet, List<Misfit> found) {
        var known = 0;
        for (var field : dataSet.fields()) {
            var value = record.fields().get(field.name());
            if (value != null) {
                known++;
                FieldRules.misfit(field, value).ifPresent(reason -> found.add(misfit(record, field.name(), reason)));
            }
        }
        if (known == record.fields().size()) {
            return;
        }
        for (var name : record.fields().keySet()) {
            if (dataSet.field(name).isEmpty()) {
                found.add(misfit(record, name.length() > 64 ? name.substring(0, 64) : name, "the data set has no such field"));
            }
        }
    }

    private static Optional<Misfit> mainKeyMisfit(PoolRecord record, DataSet dataSet) {
        var mainKey = dataSet.mainKey().name();
        if (!record.fields().containsKey(mainKey)) {
            return Optional.of(misfit(record, mainKey, "is missing; it is the main key"));
        }
        try {
            mainIdentifier(record, dataSet);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(misfit(record, mainKey, String.valueOf(e.getMessage())));
        }
    }

    /**
     * The identifier by which a record names its subject, if the directory has a type for it.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    static Optional<Identifier> mainIdentifier(PoolRecord record, DataSet dataSet) {
        return dataSet.identifiedBy().flatMap(type -> record.find(dataSet.mainKey().name())
                .map(value -> new Identifier(type, value.written())));
    }

    private static Optional<String> idFault(String id) {
        if (id.isBlank()) {
            return Optional.of("its record id is empty");
        }
        if (id.length() > LONGEST_ID || id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID) {
            return Optional.of("its record id is longer than " + LONGEST_ID + " bytes");
        }
        for (var i = 0; i < id.length(); i++) {
            var character = id.charAt(i);
            if (Character.isISOControl(character) || Character.isSurrogate(character) && !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
                return Optional.of("its record id holds control characters or half a character");
            }
        }
        return Optional.empty();
    }

    static Misfit misfit(PoolRecord record, String field, String reason) {
        var id = record.id().length() > LONGEST_ID ? record.id().substring(0, LONGEST_ID) : record.id();
        return new Misfit(record.dataset(), id, field, reason);
    }
}
