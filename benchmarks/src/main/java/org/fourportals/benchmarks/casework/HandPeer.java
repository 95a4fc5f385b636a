package org.fourportals.benchmarks.casework;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The limit here: the same five transactions by hand in JDBC, with the key of the call, the case's row, its events, the departments' parts and
 * the audit entry; no rules, no rights, no encryption, nothing read that need not be.
 */
final class HandPeer implements Contestant, AutoCloseable {

    private static final String SCHEMA = """
            create table cases (id uuid primary key, state text not null, row_version int not null, content bytea not null, deadline date);
            create table events (case_id uuid not null references cases, number int not null, at timestamptz not null, type text not null, actor text not null,
                primary key (case_id, number));
            create table parts (case_id uuid not null references cases, department text not null, opinion text, primary key (case_id, department));
            create table answers (key uuid primary key, at timestamptz not null, answer text not null);
            create table audit (number bigint generated always as identity primary key, at timestamptz not null, actor text not null, act text not null, case_id uuid not null);
            """;

    private final HikariDataSource database;
    private final byte[] content;
    private final Queue<UUID> drafts = new ConcurrentLinkedQueue<>();

    /** `content` is what an application holds. */
    HandPeer(Server server, byte[] content) throws SQLException {
        this.database = server.database("hand");
        this.content = content.clone();
        try (Connection connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public void prepare(int cases) throws SQLException {
        try (Connection connection = database.getConnection(); var insert = connection.prepareStatement("insert into cases values (?, 'DRAFT', 0, ?)")) {
            connection.setAutoCommit(false);
            for (int i = drafts.size(); i < cases; i++) {
                UUID id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setBytes(2, content);
                insert.addBatch();
                drafts.add(id);
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void lead(Watch watch) throws SQLException {
        UUID id = drafts.remove();
        act(id, "agent", 0, "SUBMITTED", List.of("SUBMITTED"), null, List.of());
        watch.done(Step.SUBMIT);
        act(id, "clerk", 1, "IN_REVIEW", List.of("ACCEPTED", "STAGE_BEGAN"), null, List.of("market", "fire"));
        watch.done(Step.ACCEPT);
        act(id, "market", 2, "IN_REVIEW", List.of("REVIEWED"), "market", List.of());
        watch.done(Step.REVIEW);
        act(id, "fire", 3, "IN_REVIEW", List.of("REVIEWED", "STAGE_BEGAN"), "fire", List.of("decision"));
        watch.done(Step.SECOND_REVIEW);
        act(id, "market", 4, "GRANTED", List.of("GRANTED"), "decision", List.of());
        watch.done(Step.DECIDE);
    }

    private void act(UUID id, String actor, int version, String state, List<String> events, String given, List<String> asked) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, "insert into answers values (?, now(), 'Done')", UUID.randomUUID());
            // The first act writes what was filled in as well; the others the state alone.
            if (version == 0) {
                run(connection, "update cases set state = ?, row_version = row_version + 1, content = ?, deadline = current_date + 10 where id = ? and row_version = ?",
                        state, content, id, version);
            } else {
                run(connection, "update cases set state = ?, row_version = row_version + 1 where id = ? and row_version = ?", state, id, version);
            }
            for (String type : events) {
                run(connection, "insert into events values (?, (select count(*) + 1 from events where case_id = ?), now(), ?, ?)", id, id, type, actor);
            }
            if (given != null) {
                run(connection, "update parts set opinion = 'agree' where case_id = ? and department = ? and opinion is null", id, given);
            }
            for (String department : asked) {
                run(connection, "insert into parts values (?, ?)", id, department);
            }
            run(connection, "insert into audit (at, actor, act, case_id) values (now(), ?, ?, ?)", actor, state, id);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Not one row: " + sql);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
