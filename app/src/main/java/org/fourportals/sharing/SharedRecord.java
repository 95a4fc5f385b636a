package org.fourportals.sharing;

import java.util.Map;
import java.util.TreeMap;

import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Value;

/**
 * A record as far as it was granted.
 *
 * @param version source version in microseconds since 1970, frozen into the case that used it
 * @param fields  String for id, text and code; LocalDate, Instant, Long, BigDecimal, Boolean; byte[] for images
 */
public record SharedRecord(String dataset, String id, long version, Map<String, Object> fields) {

    /** With every field. */
    static SharedRecord whole(PoolRecord pooled) {
        TreeMap<String, Object> values = new TreeMap<>();
        pooled.fields().forEach((name, value) -> values.put(name, plain(value)));
        return new SharedRecord(pooled.dataset(), pooled.id(), pooled.version(), values);
    }

    static Object plain(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Day(var date) -> date;
            case Value.Moment(var instant) -> instant;
            case Value.Whole(var number) -> number;
            case Value.Decimal(var number) -> number;
            case Value.Flag(var yes) -> yes;
            case Value.Picture picture -> picture.bytes();
        };
    }
}
