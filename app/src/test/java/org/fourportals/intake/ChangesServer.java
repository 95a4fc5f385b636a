package org.fourportals.intake;

import static org.fourportals.intake.FolderConnectorStoreTest.id;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.fourportals.base.postgres.EmbeddedPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A department's own PostgreSQL server whose log tells changes, with tables of readers. */
final class ChangesServer implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres server;

    ChangesServer(Path folder) throws SQLException {
        this.folder = folder;
        server = EmbeddedPostgres.start(folder);
        execute("alter system set wal_level = 'logical'");
        restart();
    }

    void restart() {
        stop();
        server = EmbeddedPostgres.start(folder);
    }

    void stop() {
        server.close();
    }

    /** Makes a database with a table of readers that is published, and leaves the password in the data folder. */
    void create(String database, Path data) throws IOException, SQLException {
        execute("create database " + database);
        JdbcClient department = client(database);
        department.sql("create table readers (no bigint primary key, person text, reader text, since date, state text, remark text, changed timestamptz)").update();
        department.sql("alter table readers replica identity full").update();
        department.sql("create publication readers for table readers").update();
        Files.writeString(data.resolve("password"), server.password() + "\n");
    }

    JdbcClient client(String database) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(database), server.user(), server.password()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String connector(String database, int again) {
        return """
                id: readers
                department: culture-tourism
                dataset: library-readers
                record-id: no
                subject: {resident-id: person}
                fields: {readerNo: reader, registeredDate: since, readerStatus: state}
                changes: {url: "%s", user: %s, password-file: password, name: readers, slot: %s, publication: readers, again: %d}
                """.formatted(server.jdbcUrl(database), server.user(), database, again);
    }

    /** Rows of 900 people from a number on. */
    static void insert(JdbcClient department, int from, int count) {
        department.sql("""
                insert into readers select n, (array[%s])[n %% 900 + 1], 'R-' || n, '2026-01-31', 'valid', repeat('字', 10), '2026-11-01 08:00+08' from generate_series(%d, %d) n
                """.formatted(PEOPLE, from, from + count - 1)).update();
    }

    /** Brings back what is missing below a number. */
    static void insertMissing(JdbcClient department, int below) {
        department.sql("""
                insert into readers select n, (array[%s])[n %% 900 + 1], 'R-' || n, '2026-01-31', 'valid' from generate_series(0, %d) n
                where not exists (select from readers where no = n)
                """.formatted(PEOPLE, below - 1)).update();
    }

    private static final String PEOPLE = java.util.stream.IntStream.rangeClosed(1, 900).mapToObj(n -> "'" + id(n) + "'").collect(java.util.stream.Collectors.joining(","));

    @Override
    public void close() {
        server.close();
    }
}
