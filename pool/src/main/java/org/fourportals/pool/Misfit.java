package org.fourportals.pool;

/**
 * Why a record does not fit its data set: which field, and what is wrong with it. The value itself is not repeated: it
 * may be personal and this text goes to logs and rejected-row files.
 *
 * @param field the field's name, or {@code ""} when the record as a whole does not fit
 */
public record Misfit(String dataset, String recordId, String field, String reason) {

    @Override
    public String toString() {
        return dataset + (field.isEmpty() ? "" : "." + field) + " of record \"" + recordId + "\": " + reason;
    }
}
