package org.fourportals.base;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The state of the database behind the whole system, for those who run it. */
@Component
public class Database {

    private final JdbcClient jdbc;

    Database(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How large the database is and which PostgreSQL keeps it. */
    public record State(long bytes, String version) {
    }

    public State state() {
        return jdbc.sql("select pg_database_size(current_database()) as bytes, current_setting('server_version') as version")
                .query(State.class).single();
    }
}
