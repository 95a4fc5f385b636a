package org.fourportals.intake.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** How the values of a log's rows are written, as registers write them. */
final class ChangeValues {

    private static final String TYPE = "__debezium.source.column.type";

    private ChangeValues() {
    }

    /** Names and types of a row's columns. */
    static Map<String, String> columns(Schema row) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (Field field : row.fields()) {
            Map<String, String> parameters = field.schema().parameters();
            String type = parameters == null ? null : parameters.get(TYPE);
            columns.put(field.name(), (type == null ? field.schema().type().getName() : type).toLowerCase(Locale.ROOT));
        }
        return columns;
    }

    static Map<String, String> cells(Struct row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Field field : row.schema().fields()) {
            Object value = row.getWithoutDefault(field.name());
            if (value != null) {
                cells.put(field.name(), written(String.valueOf(field.schema().name()), value));
            }
        }
        return cells;
    }

    private static String written(String type, Object value) {
        return switch (value) {
            case Number number when type.equals("io.debezium.time.Date") -> LocalDate.ofEpochDay(number.longValue()).toString();
            case Number number when type.equals("io.debezium.time.MicroTimestamp") -> LocalDateTime.ofInstant(micros(number), ZoneOffset.UTC).toString();
            case Number number when type.equals("io.debezium.time.Timestamp") ->
                LocalDateTime.ofInstant(Instant.ofEpochMilli(number.longValue()), ZoneOffset.UTC).toString();
            case Number number when type.equals("io.debezium.time.MicroTime") -> LocalTime.ofNanoOfDay(number.longValue() * 1_000).toString();
            default -> value.toString();
        };
    }

    private static Instant micros(Number number) {
        return Instant.EPOCH.plus(number.longValue(), ChronoUnit.MICROS);
    }
}
