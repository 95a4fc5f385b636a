package org.fourportals.centre.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.centre.StaffCall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls for staff in PostgreSQL; a machine has at most one that is not answered. */
@Component
public class CallStore {

    private static final String COLUMNS = "id, centre, device, called_at";

    private final JdbcClient jdbc;

    public CallStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the call, or finds the one of this machine that nobody has answered yet. */
    public StaffCall call(StaffCall call) {
        jdbc.sql("""
                insert into centre.staff_calls (id, centre, device, called_at) values (:id, :centre, :device, :at)
                on conflict (device) where answered_at is null do nothing
                """).param("id", call.id()).param("centre", call.centre()).param("device", call.device())
                .param("at", Timestamp.from(call.calledAt())).update();
        return jdbc.sql("select " + COLUMNS + " from centre.staff_calls where device = :device and answered_at is null")
                .param("device", call.device()).query(CallStore::read).single();
    }

    public Optional<StaffCall> answer(UUID id, String centre, String clerk, Instant at) {
        return jdbc.sql("update centre.staff_calls set answered_at = :at, answered_by = :clerk "
                + "where id = :id and centre = :centre and answered_at is null returning " + COLUMNS)
                .param("at", Timestamp.from(at)).param("clerk", clerk).param("id", id).param("centre", centre)
                .query(CallStore::read).optional();
    }

    public List<StaffCall> listOpen(String centre) {
        return jdbc.sql("select " + COLUMNS + " from centre.staff_calls where centre = :centre and answered_at is null order by called_at")
                .param("centre", centre).query(CallStore::read).list();
    }

    private static StaffCall read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new StaffCall(row.getObject("id", UUID.class), row.getString("centre"), row.getString("device"),
                row.getTimestamp("called_at").toInstant());
    }
}
