package org.fourportals.pool.city;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;
import org.fourportals.pool.Value;

/**
 * Takes the city's records as they are made and hands them to the pool in large batches. All carry the same version, the
 * day before the city's: whatever happens in the demo is newer, and loading again changes nothing.
 */
final class Ledger {

    private static final int BATCH = 4_000;

    private record Draft(Identifier subject, String dataset, String id, Map<String, Value> fields) {
    }

    private final Pool pool;
    private final Instant changed;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Identifier, Identifier> aliases = new LinkedHashMap<>();
    private long written;

    Ledger(Pool pool, LocalDate today) {
        this.pool = pool;
        changed = today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * Adds a record.
     *
     * @param fieldsAndValues name, value, name, value, …: text, date, instant, whole number, amount, yes/no or picture bytes
     */
    void add(Identifier subject, String dataset, String id, Object... fieldsAndValues) {
        var fields = HashMap.<String, Value>newHashMap(fieldsAndValues.length / 2);
        for (var i = 0; i < fieldsAndValues.length; i += 2) {
            fields.put((String) fieldsAndValues[i], value(fieldsAndValues[i + 1]));
        }
        drafts.add(new Draft(subject, dataset, id, fields));
        if (drafts.size() >= BATCH) {
            flush();
        }
    }

    private static Value value(Object object) {
        return switch (object) {
            case String text -> Value.of(text);
            case LocalDate date -> Value.of(date);
            case Instant instant -> Value.of(instant);
            case Integer number -> Value.of(number.longValue());
            case Long number -> Value.of(number);
            case BigDecimal number -> Value.of(number);
            case Boolean yes -> Value.of(yes);
            case byte[] picture -> Value.of(picture);
            default -> throw new IllegalArgumentException("no value of a record: " + object.getClass());
        };
    }

    /** Says that the subject is also known by another identifier. */
    void alias(Identifier subject, Identifier also) {
        aliases.put(also, subject);
    }

    void flush() {
        var subjects = new LinkedHashSet<Identifier>();
        drafts.forEach(draft -> subjects.add(draft.subject()));
        subjects.addAll(aliases.values());
        var assigned = pool.assignAll(subjects);
        var more = new LinkedHashMap<Identifier, SubjectId>();
        aliases.forEach((also, subject) -> more.put(also, assigned.get(subject)));
        var taken = pool.identifyAll(more);
        if (!taken.isEmpty()) {
            throw new IllegalStateException("these lead to somebody else already: is this pool another city's? " + taken);
        }
        pool.write(drafts.stream().map(draft -> PoolRecord.of(assigned.get(draft.subject()), draft.dataset(), draft.id(), changed,
                draft.fields())).toList());
        written += drafts.size();
        drafts.clear();
        aliases.clear();
    }

    long written() {
        return written;
    }
}
