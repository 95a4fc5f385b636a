package org.fourportals.bureau.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.bureau.FieldReport;
import org.fourportals.identity.SubjectVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports of wrong fields in PostgreSQL, schema {@code bureau}; what anybody says is sealed for whom it concerns. */
@Component
public class FieldReportStore {

    private static final int MOST = 200;
    private static final String COLUMNS = "id, subject, dataset, record, field, department, opened_at, due, held, said, register_was_wrong, remark, closed_at ";

    private final JdbcClient jdbc;
    private final SubjectVault vault;

    public FieldReportStore(JdbcClient jdbc, SubjectVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** False, and nothing kept, while a report of this field is open. */
    public boolean insert(FieldReport report, String by) {
        return jdbc.sql("""
                insert into bureau.field_reports (id, subject, reported_by, dataset, record, field, department, opened_at, due, held, said)
                values (:id, :subject, :by, :dataset, :record, :field, :department, :at, :due, :held, :said) on conflict do nothing
                """).param("id", report.id()).param("subject", report.subject().number()).param("by", by).param("dataset", report.dataset())
                .param("record", report.record()).param("field", report.field()).param("department", report.department())
                .param("at", Timestamp.from(report.openedAt())).param("due", report.due()).param("held", sealed(report.subject(), report.held()))
                .param("said", sealed(report.subject(), report.said())).update() == 1;
    }

    public void close(FieldReport closed, String by) {
        jdbc.sql("""
                update bureau.field_reports set register_was_wrong = :wrong, remark = :remark, closed_by = :by, closed_at = :at where id = :id
                """).param("wrong", closed.registerWasWrong()).param("remark", sealed(closed.subject(), String.valueOf(closed.remark()))).param("by", by)
                .param("at", Timestamp.from(closed.closedAt())).param("id", closed.id()).update();
    }

    public Optional<FieldReport> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from bureau.field_reports where id = :id").param("id", id).query(this::read).optional();
    }

    /** Locks the row until the transaction ends. */
    public Optional<FieldReport> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from bureau.field_reports where id = :id for update").param("id", id).query(this::read).optional();
    }

    /** The newest first. */
    public List<FieldReport> listOf(Subject subject) {
        return jdbc.sql("select " + COLUMNS + "from bureau.field_reports where subject = :subject order by opened_at desc limit :most").param("subject", subject.number())
                .param("most", MOST).query(this::read).list();
    }

    /** Open ones of one department, or of all; the soonest due first. */
    public List<FieldReport> listOpen(@Nullable String department) {
        return jdbc.sql("select " + COLUMNS + """
                from bureau.field_reports where closed_at is null and (department = :department or :department::text is null) order by due, opened_at limit :most
                """).param("department", department).param("most", MOST).query(this::read).list();
    }

    private byte[] sealed(Subject subject, String words) {
        return vault.seal(subject, words.getBytes(StandardCharsets.UTF_8));
    }

    private FieldReport read(ResultSet row, int number) throws SQLException {
        Subject subject = new Subject(row.getLong("subject"));
        byte[] remark = row.getBytes("remark");
        Timestamp closed = row.getTimestamp("closed_at");
        return new FieldReport(row.getObject("id", UUID.class), subject, row.getString("dataset"), row.getString("record"), row.getString("field"),
                row.getString("department"), row.getTimestamp("opened_at").toInstant(), row.getObject("due", LocalDate.class), opened(subject, row.getBytes("held")),
                opened(subject, row.getBytes("said")), row.getObject("register_was_wrong", Boolean.class), remark == null ? null : opened(subject, remark),
                closed == null ? null : closed.toInstant());
    }

    private String opened(Subject subject, byte[] sealed) {
        return new String(vault.open(subject, sealed), StandardCharsets.UTF_8);
    }
}
