package org.fourportals.intake.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

import org.fourportals.base.MessageSignature;
import org.fourportals.intake.Source;
import org.fourportals.intake.internal.ColumnTypes.Column;
import org.jspecify.annotations.Nullable;

/**
 * A table of a department's database, read by the column that says when a row changed. Every pass begins a little before the greatest value
 * read so far, because a transaction may commit later than its rows say and clocks differ; what was read in that window already is left out.
 * A row that claims to be of the future is taken, but does not move the window there.
 */
public final class JdbcFeed implements Feed {

    private static final int MOST_REMEMBERED = 200_000;
    private static final int SECONDS = 30;

    private final Source.Table source;
    private final Clock clock;
    private final ColumnTypes types;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> unsaved = new HashSet<>();
    private @Nullable Connection connection;
    /** Where this pass is: the watermark and key of the last row; null before its first. */
    private @Nullable At at;
    private @Nullable Instant newest;

    private record At(Object watermark, Object key) {
    }

    /** @param types how the source's values are written, in its zone */
    public JdbcFeed(Source.Table source, Clock clock, ColumnTypes types) {
        this.source = source;
        this.clock = clock;
        this.types = types;
    }

    @Override
    public @Nullable Batch next(@Nullable String cursor) throws IOException {
        try {
            while (true) {
                Map<String, Column> columns = columns();
                List<Row> rows = new ArrayList<>();
                String high = cursor == null ? "" : cursor;
                int read = page(columns, high, rows);
                if (!rows.isEmpty()) {
                    Column watermark = column(columns, source.watermark());
                    String reached = types.written(watermark, Objects.requireNonNull(at).watermark());
                    String later = types.laterNotAfter(watermark, high, reached, clock.instant());
                    newest = types.moment(watermark, later);
                    return new Batch(source.table(), "", names(columns), rows, later);
                }
                if (read < source.fetch()) {
                    close();
                    return null;
                }
            }
        } catch (SQLException e) {
            throw new IOException(plain(e), e);
        }
    }

    /** Reads the next page of this pass into rows, without those read before. @return how many there were */
    private int page(Map<String, Column> columns, String high, List<Row> rows) throws SQLException {
        Column watermark = column(columns, source.watermark());
        Column key = column(columns, source.key());
        Object from = at == null && !high.isEmpty() ? types.before(watermark, high, source.overlap()) : null;
        String where = at != null ? " where (%1$s > ? or (%1$s = ? and %2$s > ?))" : from != null ? " where %1$s >= ?" : " where %1$s is not null";
        int read = 0;
        try (PreparedStatement select = connection().prepareStatement(("select * from %3$s" + where + " order by %1$s, %2$s limit " + source.fetch())
                .formatted(source.watermark(), source.key(), source.table()))) {
            select.setQueryTimeout(SECONDS * 10);
            bind(select, from);
            try (ResultSet result = select.executeQuery()) {
                for (; result.next(); read++) {
                    at = new At(types.get(result, watermark), types.get(result, key));
                    String identity = types.written(key, at.key()) + "\0" + types.written(watermark, at.watermark());
                    if (!seen.contains(identity) && unsaved.add(identity)) {
                        rows.add(row(result, columns, types.written(key, at.key())));
                    }
                }
            }
        }
        return read;
    }

    private void bind(PreparedStatement select, @Nullable Object from) throws SQLException {
        At last = at;
        if (last != null) {
            select.setObject(1, last.watermark());
            select.setObject(2, last.watermark());
            select.setObject(3, last.key());
        } else if (from != null) {
            select.setObject(1, from);
        }
    }

    private Row row(ResultSet result, Map<String, Column> columns, String key) throws SQLException {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Column column : columns.values()) {
            Object value = types.find(result, column);
            if (value != null) {
                cells.put(column.name(), types.written(column, value));
            }
        }
        return new Row.Cells(position(key), cells.toString(), cells);
    }

    /** A whole number as it is; of another key one that is always the same. */
    static long position(String key) {
        return key.matches("[0-9]{1,18}") ? Long.parseLong(key) : ByteBuffer.wrap(MessageSignature.sha256(key.getBytes(StandardCharsets.UTF_8))).getLong() & Long.MAX_VALUE;
    }

    @Override
    public void committed(Batch batch) {
        if (seen.size() + unsaved.size() > MOST_REMEMBERED) {
            seen.clear();
        }
        seen.addAll(unsaved);
        unsaved.clear();
    }

    /** How much older the newest row that was read is than now: a source that nobody writes to grows old as well. */
    @Override
    public Lag lag() {
        return newest == null ? Lag.NONE : new Lag(0, Duration.between(newest, clock.instant()));
    }

    private Map<String, Column> columns() throws SQLException {
        try (PreparedStatement none = connection().prepareStatement("select * from " + source.table() + " where 1 = 0"); ResultSet result = none.executeQuery()) {
            return types.of(result.getMetaData());
        }
    }

    private static Map<String, String> names(Map<String, Column> columns) {
        Map<String, String> names = new LinkedHashMap<>();
        columns.values().forEach(column -> names.put(column.name(), column.type()));
        return names;
    }

    private static Column column(Map<String, Column> columns, String name) {
        Column column = columns.get(name.toLowerCase(java.util.Locale.ROOT));
        if (column == null) {
            throw new Unreadable("the table has no column " + name);
        }
        return column;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            Properties properties = new Properties();
            properties.put("user", source.user());
            properties.put("password", password());
            DriverManager.setLoginTimeout(SECONDS);
            connection = DriverManager.getConnection(source.url(), properties);
            connection.setReadOnly(true);
        }
        return connection;
    }

    private String password() {
        try {
            return Files.readString(source.passwordFile()).strip();
        } catch (IOException e) {
            throw new Unreadable("the password file " + source.passwordFile().getFileName() + " cannot be read");
        }
    }

    /** What the database says, without the values that some put behind it. */
    private static String plain(SQLException e) {
        return e.getSQLState() + " " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        at = null;
        unsaved.clear();
        try {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
