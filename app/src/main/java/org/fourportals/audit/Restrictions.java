package org.fourportals.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lawful restrictions, open, in force and ended; none is ever deleted. */
@Component
public class Restrictions {

    private static final int MOST = 200;
    private static final String COLUMNS = """
            select r.id, r.subject, r.department, r.file, r.ground, r.asked_by, r.asked_at, r.until, r.decided_by, r.decided_at, r.granted, r.words, r.ends_at
            from audit.restrictions r
            """;

    private final JdbcClient jdbc;
    private final CityTime time;

    Restrictions(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** False, and nothing kept, while another of this department about this subject waits for a decision. */
    public boolean ask(UUID id, Subject subject, String department, String file, String ground, String askedBy, LocalDate until) {
        return jdbc.sql("""
                insert into audit.restrictions (id, subject, department, file, ground, asked_by, asked_at, until)
                values (:id, :subject, :department, :file, :ground, :by, :at, :until) on conflict do nothing
                """).param("id", id).param("subject", subject.number()).param("department", department).param("file", file).param("ground", ground)
                .param("by", askedBy).param("at", Timestamp.from(time.now())).param("until", until).update() == 1;
    }

    /** Locks the row until the transaction ends. */
    public Optional<Restriction> findForUpdate(UUID id) {
        return jdbc.sql(COLUMNS + "where r.id = :id for update").param("id", id).query(Restrictions::read).optional();
    }

    /** From now on to the end of its last day. */
    public void grant(Restriction asked, String by, String words) {
        decide(asked.id(), by, words, true, asked.until().plusDays(1).atStartOfDay(time.zone()).toInstant());
    }

    public void refuse(Restriction asked, String by, String words) {
        decide(asked.id(), by, words, false, null);
    }

    private void decide(UUID id, String by, String words, boolean granted, @Nullable Instant endsAt) {
        jdbc.sql("""
                update audit.restrictions set decided_by = :by, decided_at = :at, granted = :granted, words = :words, ends_at = :end where id = :id
                """).param("by", by).param("at", Timestamp.from(time.now())).param("granted", granted).param("words", words)
                .param("end", endsAt == null ? null : Timestamp.from(endsAt)).param("id", id).update();
    }

    /** Ends one that holds, now. */
    public void lift(UUID id) {
        jdbc.sql("update audit.restrictions set ends_at = :now where id = :id").param("now", Timestamp.from(time.now())).param("id", id).update();
    }

    /** Of one department or of all, those that wait first, then the newest. */
    public List<Restriction> list(@Nullable String department) {
        return jdbc.sql(COLUMNS + """
                where r.department = :department or :department::text is null
                order by r.granted is not null, r.asked_at desc limit :most
                """).param("department", department).param("most", MOST).query(Restrictions::read).list();
    }

    /** What was kept from a subject and is shown now. @param newest the latest of the entries, by its number; @param reads how many they are */
    public record Ended(Instant endedAt, String ground, long newest, long reads) {
    }

    /** Restrictions about a subject that ended since a moment and under which somebody did look, the latest first. */
    public List<Ended> listEnded(Subject subject, Instant since) {
        return jdbc.sql("""
                select r.ends_at, r.ground, max(e.number) as newest, count(*) as reads
                from audit.restrictions r join audit.entries e on e.subject = r.subject and e.dataset is not null and audit.covers(r, e)
                where r.subject = :subject and r.granted and r.ends_at <= :now and r.ends_at > :since
                group by r.id order by r.ends_at desc
                """).param("subject", subject.number()).param("now", Timestamp.from(time.now())).param("since", Timestamp.from(since))
                .query((row, n) -> new Ended(row.getTimestamp("ends_at").toInstant(), row.getString("ground"), row.getLong("newest"), row.getLong("reads"))).list();
    }

    private static Restriction read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        Timestamp ends = row.getTimestamp("ends_at");
        return new Restriction(row.getObject("id", UUID.class), new Subject(row.getLong("subject")), row.getString("department"), row.getString("file"),
                row.getString("ground"), row.getString("asked_by"), row.getTimestamp("asked_at").toInstant(), row.getObject("until", LocalDate.class),
                row.getString("decided_by"), decided == null ? null : decided.toInstant(), row.getObject("granted", Boolean.class), row.getString("words"),
                ends == null ? null : ends.toInstant());
    }
}
