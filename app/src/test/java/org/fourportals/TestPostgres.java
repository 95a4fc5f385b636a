package org.fourportals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.fourportals.base.postgres.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** One real PostgreSQL for all tests of a run, and for each that asks a database of its own, migrated. */
public final class TestPostgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String TEMPLATE = template();

    private TestPostgres() {
    }

    /** A fresh database with the schemas of all rooms and nothing in them. */
    public static DataSource fresh() {
        return dataSource(createFrom(TEMPLATE));
    }

    /** How to connect to such a database, for what opens connections of its own. */
    public static JdbcConnectionDetails details(DataSource fresh) {
        PGSimpleDataSource source = (PGSimpleDataSource) fresh;
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return SERVER.user();
            }

            @Override
            public String getPassword() {
                return SERVER.password();
            }

            @Override
            public String getJdbcUrl() {
                return source.getUrl();
            }
        };
    }

    /** The same as connection properties for a Spring context. */
    public static String[] properties() {
        return new String[] {"spring.datasource.url=" + SERVER.jdbcUrl(createFrom(TEMPLATE)), "spring.datasource.username=" + SERVER.user(),
            "spring.datasource.password=" + SERVER.password()};
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "test-postgres", UUID.randomUUID().toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    private static String template() {
        String name = createFrom("template1");
        Flyway.configure().dataSource(dataSource(name)).locations("classpath:db/migration").outOfOrder(true).load().migrate();
        return name;
    }

    private static String createFrom(String template) {
        String name = "test_" + COUNT.incrementAndGet();
        try (var connection = DriverManager.getConnection(SERVER.jdbcUrl(), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SERVER.jdbcUrl(database));
        source.setUser(SERVER.user());
        source.setPassword(SERVER.password());
        return source;
    }
}
