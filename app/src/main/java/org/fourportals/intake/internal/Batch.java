package org.fourportals.intake.internal;

import java.util.List;
import java.util.Map;

/**
 * Rows read in one go, with where to read on once they are in the pool.
 *
 * @param source the file, table or topic they stand in
 * @param delivery what tells a file from a later one of the same name; empty where sources do not repeat
 * @param columns names and types of the columns
 */
public record Batch(String source, String delivery, Map<String, String> columns, List<Row> rows, String cursor) {

    public Batch {
        rows = List.copyOf(rows);
    }

    Batch with(Map<String, String> otherColumns) {
        return new Batch(source, delivery, otherColumns, rows, cursor);
    }
}
