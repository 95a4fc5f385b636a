package org.fourportals.bureau.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Subject;
import org.fourportals.bureau.ReadEnquiry;
import org.fourportals.identity.SubjectVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enquiries in PostgreSQL, schema {@code bureau}; words and answers sealed for whom they concern. */
@Component
public class ReadEnquiryStore {

    private static final String COLUMNS = "id, entry, subject, asked_by, asked_at, due, words, finding, answer, answered_at ";

    private final JdbcClient jdbc;
    private final SubjectVault vault;

    public ReadEnquiryStore(JdbcClient jdbc, SubjectVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** False, and nothing kept, if this read was asked about before. */
    public boolean insert(ReadEnquiry enquiry) {
        return jdbc.sql("""
                insert into bureau.read_enquiries (id, entry, subject, asked_by, asked_at, due, words)
                values (:id, :entry, :subject, :by, :at, :due, :words) on conflict (entry) do nothing
                """).param("id", enquiry.id()).param("entry", enquiry.entry()).param("subject", enquiry.subject().number()).param("by", enquiry.askedBy())
                .param("at", Timestamp.from(enquiry.askedAt())).param("due", enquiry.due()).param("words", sealed(enquiry.subject(), enquiry.words())).update() == 1;
    }

    public void answer(ReadEnquiry answered, Actor.Staff by) {
        jdbc.sql("""
                update bureau.read_enquiries set finding = :finding, answer = :answer, answered_by = :by, answered_at = :at where id = :id
                """).param("finding", String.valueOf(answered.finding())).param("answer", sealed(answered.subject(), String.valueOf(answered.answer())))
                .param("by", by.username()).param("at", Timestamp.from(answered.answeredAt())).param("id", answered.id()).update();
    }

    public Optional<ReadEnquiry> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from bureau.read_enquiries where id = :id").param("id", id).query(this::read).optional();
    }

    public Optional<ReadEnquiry> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from bureau.read_enquiries where id = :id for update").param("id", id).query(this::read).optional();
    }

    public List<ReadEnquiry> listOf(Subject subject) {
        return jdbc.sql("select " + COLUMNS + "from bureau.read_enquiries where subject = :subject order by asked_at desc").param("subject", subject.number())
                .query(this::read).list();
    }

    /** Open ones, the soonest due first. */
    public List<ReadEnquiry> listOpen(int limit) {
        return jdbc.sql("select " + COLUMNS + "from bureau.read_enquiries where finding is null order by due, asked_at limit :limit").param("limit", limit)
                .query(this::read).list();
    }

    public long countOpen() {
        return jdbc.sql("select count(*) from bureau.read_enquiries where finding is null").query(Long.class).single();
    }

    private byte[] sealed(Subject subject, String words) {
        return vault.seal(subject, words.getBytes(StandardCharsets.UTF_8));
    }

    private ReadEnquiry read(ResultSet row, int number) throws SQLException {
        Subject subject = new Subject(row.getLong("subject"));
        String finding = row.getString("finding");
        byte[] answer = row.getBytes("answer");
        Timestamp answered = row.getTimestamp("answered_at");
        return new ReadEnquiry(row.getObject("id", UUID.class), row.getLong("entry"), subject, row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(), row.getObject("due", LocalDate.class), opened(subject, row.getBytes("words")),
                finding == null ? null : ReadEnquiry.Finding.valueOf(finding), answer == null ? null : opened(subject, answer),
                answered == null ? null : answered.toInstant());
    }

    private String opened(Subject subject, byte[] sealed) {
        return new String(vault.open(subject, sealed), StandardCharsets.UTF_8);
    }
}
