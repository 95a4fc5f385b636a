package org.fourportals.intake.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.intake.Connector;
import org.fourportals.intake.Mapping;
import org.fourportals.intake.Reason;
import org.fourportals.pool.DataSet;
import org.fourportals.pool.Field;
import org.fourportals.pool.FieldType;
import org.fourportals.pool.Identifier;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Value;
import org.jspecify.annotations.Nullable;

/** Understands a row as a version of a record, by a connector's mapping; everything but whose number it is in the pool. */
public final class RowMapping {

    private static final char REPLACEMENT = '\ufffd';

    private final Mapping mapping;
    private final DataSet dataset;
    private final ZoneId zone;

    /** @param zone in which a source that names none writes its times */
    public RowMapping(Connector connector, DataSet dataset, ZoneId zone) {
        this.mapping = connector.mapping();
        this.dataset = dataset;
        this.zone = zone;
    }

    /** What a row says. */
    public sealed interface Understood {
        Row row();
    }

    /** A version of a record about whom its identifiers name. */
    public record Version(Row row, String id, long version, List<Identifier> identifiers, boolean deleted, Map<String, Value> fields) implements Understood {
    }

    /** All records of versions before this one are gone. */
    public record Emptying(Row row, long before) implements Understood {
    }

    /** @param id the record's id, where that much could be read @param version likewise */
    public record Refused(Row row, Reason reason, @Nullable String id, @Nullable Long version) implements Understood {
    }

    /** A value that cannot be taken. */
    private static final class Misread extends Exception {
        private final Reason reason;

        Misread(Reason reason) {
            this.reason = reason;
        }
    }

    public Understood understand(Row row) {
        return switch (row) {
            case Row.Broken broken -> new Refused(broken, broken.reason(), null, null);
            case Row.Cells cells -> read(cells, cells.cells(), false);
            case Row.Ended ended -> read(ended, ended.cells(), true);
            case Row.Emptied emptied -> new Emptying(emptied, emptied.before());
        };
    }

    private Understood read(Row row, Map<String, String> cells, boolean ended) {
        String id = null;
        Long version = null;
        try {
            for (Map.Entry<String, String> cell : cells.entrySet()) {
                if (cell.getValue().indexOf(REPLACEMENT) >= 0) {
                    throw new Misread(Reason.of("encoding", cell.getKey()));
                }
            }
            id = recordId(cells);
            version = version(cells);
            List<Identifier> identifiers = identifiers(cells);
            boolean deleted = ended || mapping.deletion() != null && mapping.deletion().value().equals(cell(cells, mapping.deletion().column()));
            return new Version(row, id, version, identifiers, deleted, deleted ? Map.of() : fields(cells));
        } catch (Misread e) {
            return new Refused(row, e.reason, id, version);
        }
    }

    private String recordId(Map<String, String> cells) throws Misread {
        List<String> parts = new ArrayList<>();
        for (String column : mapping.recordId()) {
            String part = cell(cells, column);
            if (part.isEmpty()) {
                throw new Misread(Reason.of("no-id", column));
            }
            parts.add(part);
        }
        return String.join("/", parts);
    }

    private List<Identifier> identifiers(Map<String, String> cells) throws Misread {
        List<Identifier> identifiers = new ArrayList<>();
        for (var named : mapping.subject().entrySet()) {
            String value = cell(cells, named.getValue());
            if (!value.isEmpty()) {
                try {
                    identifiers.add(new Identifier(named.getKey(), value));
                } catch (IllegalArgumentException e) {
                    throw new Misread(Reason.of("identifier", named.getValue()));
                }
            }
        }
        if (identifiers.isEmpty()) {
            throw new Misread(Reason.of("no-subject", String.join(", ", mapping.subject().values())));
        }
        return identifiers;
    }

    private Map<String, Value> fields(Map<String, String> cells) throws Misread {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Field field : dataset.fields()) {
            String written = cell(cells, mapping.columnOf(field.name()));
            if (!written.isEmpty() && field.type() != FieldType.IMAGE) {
                fields.put(field.name(), value(field, written));
            }
        }
        mainKey(cells).ifPresent(value -> fields.putIfAbsent(dataset.mainKey().name(), value));
        return fields;
    }

    /** Where the main key has no column of its own it is what names the subject. */
    private java.util.Optional<Value> mainKey(Map<String, String> cells) {
        return dataset.identifiedBy().map(type -> mapping.subject().get(type)).map(column -> cell(cells, column))
                .filter(value -> !value.isEmpty()).map(Value::of);
    }

    private Value value(Field field, String written) throws Misread {
        try {
            return field.parse(field.type() == FieldType.DATETIME ? moment(plain(written)).truncatedTo(ChronoUnit.SECONDS).toString() : written);
        } catch (IllegalArgumentException | DateTimeException e) {
            String column = mapping.columnOf(field.name());
            throw new Misread(field.type() == FieldType.CODE && !field.codes().isEmpty()
                    ? Reason.of("code", column, field.codes().stream().limit(20).collect(Collectors.joining(", ")))
                    : Reason.of(field.type().word(), column));
        }
    }

    /** A moment with or without zone, a day, or a counter of the source. */
    private long version(Map<String, String> cells) throws Misread {
        String written = cell(cells, mapping.version());
        if (written.matches("[0-9]{1,15}")) {
            return Long.parseLong(written);
        }
        try {
            return PoolRecord.versionAt(moment(plain(written)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new Misread(Reason.of("version", mapping.version()));
        }
    }

    private static String plain(String written) {
        return written.length() > 10 ? written.replaceFirst(" ", "T") : written;
    }

    private Instant moment(String written) {
        if (written.length() <= 10) {
            return LocalDate.parse(written).atStartOfDay(zone).toInstant();
        }
        return written.matches(".*([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)") && written.indexOf('T') > 0 && written.length() > 19
                ? OffsetDateTime.parse(written.matches(".*[+-][0-9]{2}") ? written + ":00" : written).toInstant()
                : LocalDateTime.parse(written).atZone(zone).toInstant();
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "").strip();
    }
}
