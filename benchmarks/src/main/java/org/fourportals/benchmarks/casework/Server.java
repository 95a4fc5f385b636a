package org.fourportals.benchmarks.casework;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.UUID;
import org.fourportals.base.postgres.EmbeddedPostgres;

/** The PostgreSQL server that all share, each with a database of its own. */
final class Server {

    private static final int CONNECTIONS = 20;

    private final EmbeddedPostgres.Access access;

    Server(EmbeddedPostgres.Access access) {
        this.access = access;
    }

    /** Connections to a fresh database of that name. The caller closes them. */
    HikariDataSource database(String name) throws SQLException {
        try (HikariDataSource main = open(access.jdbcUrl(), 1); var connection = main.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return open(access.jdbcUrl().replaceAll("/[^/]+$", "/" + name), CONNECTIONS);
    }

    /** Connections to the server as such. The caller closes them. */
    HikariDataSource open(int connections) {
        return open(access.jdbcUrl(), connections);
    }

    private HikariDataSource open(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(connections);
        config.setPoolName("bench-" + UUID.randomUUID());
        return new HikariDataSource(config);
    }

    /** Bytes of write-ahead log from one place to another. */
    static long wal(HikariDataSource from) throws SQLException {
        try (var connection = from.getConnection(); var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How often a second one connection commits one row: what this disk gives at this moment. */
    static double commitRate(HikariDataSource on, int commits) throws SQLException {
        try (var connection = on.getConnection(); var statement = connection.createStatement()) {
            statement.execute("create table if not exists commit_rate (n bigint)");
            try (var insert = connection.prepareStatement("insert into commit_rate values (1)")) {
                long begun = System.nanoTime();
                for (int i = 0; i < commits; i++) {
                    insert.executeUpdate();
                }
                return commits / ((System.nanoTime() - begun) / 1e9);
            }
        }
    }
}
