package org.fourportals.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One version of one record of a data set about one subject. A data set may hold many records of a subject (twelve
 * months of contributions); {@code id} tells them apart and is the source's own and stable. {@code version} is the
 * moment of the change at the source in microseconds since 1970 (or any counter of the source that stays below that):
 * of all versions ever delivered the greatest wins, and at the same version a deletion.
 *
 * @param fields values by field name; a field without a value is absent; empty when {@code deleted}
 */
public record PoolRecord(SubjectId subject, String dataset, String id, long version, boolean deleted,
                         Map<String, Value> fields) {

    public PoolRecord {
        fields = Map.copyOf(fields);
    }

    public static PoolRecord of(SubjectId subject, String dataset, String id, Instant changed, Map<String, Value> fields) {
        return new PoolRecord(subject, dataset, id, versionAt(changed), false, fields);
    }

    /** The record's end at its source: a version like any other, so a late older version cannot bring it back. */
    public static PoolRecord deletion(SubjectId subject, String dataset, String id, Instant changed) {
        return new PoolRecord(subject, dataset, id, versionAt(changed), true, Map.of());
    }

    public static long versionAt(Instant changed) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, changed);
    }

    /** When the source changed the record. */
    public Instant changed() {
        return Instant.EPOCH.plus(version, ChronoUnit.MICROS);
    }

    public Optional<Value> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** A field's text; {@link NoSuchElementException} when absent or of another type. */
    public String text(String field) {
        return get(field, Value.Text.class).text();
    }

    /** A field's date; {@link NoSuchElementException} when absent or of another type. */
    public LocalDate date(String field) {
        return get(field, Value.Day.class).date();
    }

    private <V extends Value> V get(String field, Class<V> type) {
        return find(field).filter(type::isInstance).map(type::cast).orElseThrow(() ->
                new NoSuchElementException(dataset + "." + field + " has no " + type.getSimpleName()));
    }
}
