package org.fourportals.intake.internal;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the changes of a table were read.
 *
 * @param again     of the connector's file when they were read
 * @param table     which table, publication and membership in it these changes are of; another one is another history
 * @param partition of the log, as the reader names it
 * @param offset    the place in the log; null while the first rows are read, which can only begin anew
 * @param version   the greatest given to a row so far
 */
record ChangeCursor(long again, String table, @Nullable Map<String, Object> partition, @Nullable Map<String, Object> offset, long version) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ChangeCursor read(String written) {
        return JSON.readValue(written, ChangeCursor.class);
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    /** The log position of an offset, 0 where it has none. */
    static long position(@Nullable Map<String, ?> offset) {
        return offset != null && offset.get("lsn") instanceof Number number ? number.longValue() : 0;
    }
}
