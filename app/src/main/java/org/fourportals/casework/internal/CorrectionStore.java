package org.fourportals.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Uuid7;
import org.fourportals.casework.Correction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrections in PostgreSQL; no value of a person among them. */
@Component
public class CorrectionStore {

    private static final int MOST = 200;
    private static final String COLUMNS = """
            select id, case_id, question, dataset, department, opened_at, closed_at, register_was_wrong, remark from casework.corrections
            """;

    private final JdbcClient jdbc;
    private final CityTime time;
    private final Clock clock;

    CorrectionStore(JdbcClient jdbc, CityTime time, Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Once for each question of a case. */
    public void open(UUID caseId, String question, String dataset, String department) {
        jdbc.sql("""
                insert into casework.corrections (id, case_id, question, dataset, department, opened_at)
                values (:id, :case, :question, :dataset, :department, :at) on conflict (case_id, question) do nothing
                """).param("id", Uuid7.next(clock)).param("case", caseId).param("question", question).param("dataset", dataset)
                .param("department", department).param("at", Timestamp.from(time.now())).update();
    }

    public List<Correction> listOf(UUID caseId) {
        return jdbc.sql(COLUMNS + "where case_id = :case order by opened_at, id").param("case", caseId).query(CorrectionStore::read).list();
    }

    /** Of one department, or of all. */
    public List<Correction> listOpen(@Nullable String department) {
        return jdbc.sql(COLUMNS + """
                where closed_at is null and (department = :department or :department::text is null) order by opened_at, id limit :most
                """).param("department", department).param("most", MOST).query(CorrectionStore::read).list();
    }

    public Optional<Correction> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(CorrectionStore::read).optional();
    }

    /** Locks the row until the transaction ends. */
    public Optional<Correction> findForUpdate(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update").param("id", id).query(CorrectionStore::read).optional();
    }

    public void close(UUID id, String by, boolean registerWasWrong, String remark) {
        jdbc.sql("update casework.corrections set closed_at = :at, closed_by = :by, register_was_wrong = :wrong, remark = :remark where id = :id")
                .param("at", Timestamp.from(time.now())).param("by", by).param("wrong", registerWasWrong).param("remark", remark).param("id", id).update();
    }

    private static Correction read(ResultSet row, int n) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new Correction(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("question"), row.getString("dataset"),
                row.getString("department"), row.getTimestamp("opened_at").toInstant(), closed == null ? null : closed.toInstant(),
                row.getObject("register_was_wrong", Boolean.class), row.getString("remark"));
    }
}
