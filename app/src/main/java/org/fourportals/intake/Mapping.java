package org.fourportals.intake;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fourportals.pool.IdentifierType;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a source mean what.
 *
 * @param recordId the columns that tell a record from others of its data set; joined by a slash
 * @param subject by which identifiers in which columns the subject is found, the surest first
 * @param version the column that says when the source changed the row, or a counter that only grows
 * @param fields the column of each field of the data set that is called otherwise than the field
 * @param deletion how a row says that its record is gone; null where rows never do
 */
public record Mapping(List<String> recordId, Map<IdentifierType, String> subject, String version, Map<String, String> fields,
        @Nullable Deletion deletion) {

    /** What stands for the column of the version where the source's own log says when a row changed. */
    public static final String LOG_POSITION = "log position";

    /** A row whose column holds this value deletes its record. */
    public record Deletion(String column, String value) {
    }

    public Mapping {
        recordId = List.copyOf(recordId);
        subject = new LinkedHashMap<>(subject);
        fields = Map.copyOf(fields);
    }

    /** The columns without which no row can be understood. */
    public Set<String> needed() {
        Set<String> needed = new LinkedHashSet<>(recordId);
        needed.addAll(subject.values());
        if (!version.equals(LOG_POSITION)) {
            needed.add(version);
        }
        needed.addAll(fields.values());
        if (deletion != null) {
            needed.add(deletion.column());
        }
        return needed;
    }

    /** The column a field of the data set is read from. */
    public String columnOf(String field) {
        return fields.getOrDefault(field, field);
    }
}
