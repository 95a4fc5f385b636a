package org.fourportals.intake.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, read by DuckDB row by row with its memory bounded. Values are taken as DuckDB writes them in text; a row's position is its
 * number, from 1.
 */
final class ParquetFile implements OpenFile {

    private static final String NUMBER = "file_row_number";

    private final String name;
    private final String identity;
    private final Connection connection;
    private final Statement statement;
    private final Map<String, String> columns;
    private final ResultSet rows;
    private long line;

    private ParquetFile(String name, String identity, Connection connection, Statement statement, Map<String, String> columns, ResultSet rows) {
        this.name = name;
        this.identity = identity;
        this.connection = connection;
        this.statement = statement;
        this.columns = columns;
        this.rows = rows;
    }

    /** @throws Feed.Unreadable if it is no Parquet file */
    static ParquetFile open(Path file, String identity) throws IOException {
        String name = file.getFileName().toString();
        if (name.matches(".*[*?\\[\\]{}'].*")) {
            throw new Feed.Unreadable("the name holds one of * ? [ ] { } ' ; name it otherwise");
        }
        Properties settings = new Properties();
        settings.put("jdbc_stream_results", "true");
        settings.put("memory_limit", "256MB");
        settings.put("threads", "1");
        settings.put("autoinstall_known_extensions", "false");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
            try {
                Statement statement = connection.createStatement();
                statement.execute("set TimeZone = 'UTC'");
                String source = "read_parquet('" + file.toAbsolutePath().toString().replace("'", "''") + "', file_row_number = true)";
                Map<String, String> columns = columns(statement, source);
                return new ParquetFile(name, identity, connection, statement, columns, statement.executeQuery("select columns(*)::varchar from " + source));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new Feed.Unreadable("it is no Parquet file that can be read");
        }
    }

    private static Map<String, String> columns(Statement statement, String source) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet described = statement.executeQuery("describe select * from " + source)) {
            while (described.next()) {
                columns.put(described.getString(1), described.getString(2).toLowerCase(java.util.Locale.ROOT));
            }
        }
        columns.remove(NUMBER);
        return columns;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public Map<String, String> columns() {
        return columns;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public @Nullable Row read() throws IOException {
        try {
            if (!rows.next()) {
                return null;
            }
            line = rows.getLong(NUMBER) + 1;
            Map<String, String> cells = new LinkedHashMap<>();
            for (String column : columns.keySet()) {
                String value = rows.getString(column);
                if (value != null) {
                    cells.put(column, value);
                }
            }
            return new Row.Cells(line, cells.toString(), cells);
        } catch (SQLException e) {
            throw new Feed.Unreadable("row " + (line + 1) + " cannot be read: the file is damaged from there on");
        }
    }

    @Override
    public void close() throws IOException {
        try {
            statement.close();
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
