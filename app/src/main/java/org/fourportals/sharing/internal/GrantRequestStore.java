package org.fourportals.sharing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import org.fourportals.sharing.GrantRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Departments' requests in PostgreSQL, schema {@code sharing}. */
@Component
public class GrantRequestStore {

    private static final String COLUMNS = "id, purpose, dataset, owner, fields, ground, reason, valid_until, department, asked_by, asked_at, state, "
            + "decided_by, decided_at, answer ";

    private final JdbcClient jdbc;

    public GrantRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False, and nothing kept, if an open one asks for the same data set for the same purpose. */
    public boolean insert(GrantRequest request) {
        return jdbc.sql("""
                insert into sharing.requests (id, purpose, dataset, owner, fields, ground, reason, valid_until, department, asked_by, asked_at)
                values (:id, :purpose, :dataset, :owner, :fields, :ground, :reason, :until, :department, :by, :at)
                on conflict (purpose, dataset) where state = 'OPEN' do nothing
                """).param("id", request.id()).param("purpose", request.purpose()).param("dataset", request.dataset()).param("owner", request.owner())
                .param("fields", request.fields().toArray(String[]::new)).param("ground", request.ground()).param("reason", request.reason())
                .param("until", request.until()).param("department", request.department()).param("by", request.askedBy())
                .param("at", Timestamp.from(request.askedAt())).update() == 1;
    }

    public void close(UUID id, GrantRequest.State state, String by, Instant at, String answer) {
        jdbc.sql("update sharing.requests set state = :state, decided_by = :by, decided_at = :at, answer = :answer where id = :id").param("id", id)
                .param("state", state.name()).param("by", by).param("at", Timestamp.from(at)).param("answer", answer).update();
    }

    public Optional<GrantRequest> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from sharing.requests where id = :id").param("id", id).query(GrantRequestStore::read).optional();
    }

    public Optional<GrantRequest> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from sharing.requests where id = :id for update").param("id", id).query(GrantRequestStore::read).optional();
    }

    /** Open ones for data of a department, of all where it is null; the oldest first. */
    public List<GrantRequest> listOpen(@Nullable String owner) {
        return jdbc.sql("select " + COLUMNS + """
                from sharing.requests where state = 'OPEN' and (:owner::text is null or owner = :owner) order by asked_at
                """).param("owner", owner).query(GrantRequestStore::read).list();
    }

    /** Those a department asked or decided, of all where it is null; the newest first. */
    public List<GrantRequest> listOf(@Nullable String department, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                from sharing.requests where :department::text is null or department = :department or owner = :department and state <> 'OPEN'
                order by asked_at desc limit :limit
                """).param("department", department).param("limit", limit).query(GrantRequestStore::read).list();
    }

    private static GrantRequest read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new GrantRequest(row.getObject("id", UUID.class), row.getString("purpose"), row.getString("dataset"), row.getString("owner"),
                new TreeSet<>(List.of((String[]) row.getArray("fields").getArray())), row.getString("ground"), row.getString("reason"),
                row.getObject("valid_until", LocalDate.class), row.getString("department"), row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(), GrantRequest.State.valueOf(row.getString("state")), row.getString("decided_by"),
                decided == null ? null : decided.toInstant(), row.getString("answer"));
    }
}
