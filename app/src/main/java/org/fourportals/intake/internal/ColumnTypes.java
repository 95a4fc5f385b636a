package org.fourportals.intake.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** How a database's values are read and written as registers write them; PostgreSQL's and MariaDB's alike. */
public final class ColumnTypes {

    private final ZoneId zone;

    /** @param zone in which times without one are meant */
    public ColumnTypes(ZoneId zone) {
        this.zone = zone;
    }

    /** @param index from 1 @param zoned whether it is a moment with its zone */
    record Column(String name, int index, int jdbc, String type, boolean zoned) {
    }

    /** All columns by name in small letters. */
    Map<String, Column> of(ResultSetMetaData data) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            String type = data.getColumnTypeName(i).toLowerCase(Locale.ROOT);
            boolean zoned = type.equals("timestamptz") || data.getColumnType(i) == Types.TIMESTAMP_WITH_TIMEZONE;
            columns.put(data.getColumnLabel(i).toLowerCase(Locale.ROOT), new Column(data.getColumnLabel(i), i, data.getColumnType(i), type, zoned));
        }
        return columns;
    }

    /** A value that must be there. */
    Object get(ResultSet row, Column column) throws SQLException {
        Object value = find(row, column);
        if (value == null) {
            throw new Feed.Unreadable("column " + column.name() + " is empty in a row; it must not be");
        }
        return value;
    }

    @Nullable Object find(ResultSet row, Column column) throws SQLException {
        if (column.zoned()) {
            return row.getObject(column.index(), OffsetDateTime.class);
        }
        return switch (column.jdbc()) {
            case Types.TIMESTAMP -> row.getObject(column.index(), LocalDateTime.class);
            case Types.DATE -> row.getObject(column.index(), LocalDate.class);
            case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(column.index());
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> {
                long number = row.getLong(column.index());
                yield row.wasNull() ? null : number;
            }
            case Types.BIT, Types.BOOLEAN -> {
                boolean yes = row.getBoolean(column.index());
                yield row.wasNull() ? null : yes;
            }
            default -> row.getString(column.index());
        };
    }

    String written(Column column, Object value) {
        return switch (value) {
            case OffsetDateTime moment -> moment.toInstant().toString();
            case BigDecimal number -> number.toPlainString();
            case Object other -> other.toString();
        };
    }

    /** A watermark so much smaller: seconds of a time, or counts of a number. */
    Object before(Column watermark, String written, long overlap) {
        if (watermark.zoned()) {
            return Instant.parse(written).minusSeconds(overlap).atOffset(ZoneOffset.UTC);
        }
        return switch (watermark.jdbc()) {
            case Types.TIMESTAMP -> LocalDateTime.parse(written).minusSeconds(overlap);
            case Types.DATE -> LocalDate.parse(written).minusDays(1 + overlap / 86_400);
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> Long.parseLong(written) - overlap;
            default -> throw new Feed.Unreadable("column " + watermark.name() + " cannot say what is new: it is neither a time nor a whole number");
        };
    }

    /** The later of two watermarks, but never one of the future. */
    String laterNotAfter(Column watermark, String high, String reached, Instant now) {
        String bounded = reached;
        if (watermark.zoned()) {
            bounded = Instant.parse(reached).isAfter(now) ? now.toString() : reached;
        } else if (watermark.jdbc() == Types.TIMESTAMP) {
            LocalDateTime here = LocalDateTime.ofInstant(now, zone);
            bounded = LocalDateTime.parse(reached).isAfter(here) ? here.toString() : reached;
        } else if (watermark.jdbc() == Types.DATE) {
            LocalDate today = LocalDate.ofInstant(now, zone);
            bounded = LocalDate.parse(reached).isAfter(today) ? today.toString() : reached;
        }
        return high.isEmpty() || compare(watermark, bounded, high) > 0 ? bounded : high;
    }

    /** When that was; null for a number. */
    @Nullable Instant moment(Column watermark, String written) {
        if (watermark.zoned()) {
            return Instant.parse(written);
        }
        return switch (watermark.jdbc()) {
            case Types.TIMESTAMP -> LocalDateTime.parse(written).atZone(zone).toInstant();
            case Types.DATE -> LocalDate.parse(written).atStartOfDay(zone).toInstant();
            default -> null;
        };
    }

    private static int compare(Column watermark, String one, String other) {
        if (watermark.zoned()) {
            return Instant.parse(one).compareTo(Instant.parse(other));
        }
        return switch (watermark.jdbc()) {
            case Types.TIMESTAMP -> LocalDateTime.parse(one).compareTo(LocalDateTime.parse(other));
            case Types.DATE -> LocalDate.parse(one).compareTo(LocalDate.parse(other));
            default -> Long.compare(Long.parseLong(one), Long.parseLong(other));
        };
    }
}
