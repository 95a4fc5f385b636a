package org.fourportals.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes who did or read what, about whom, for which case and why; nothing in it can be changed or deleted. An act's entry commits with
 * the act; a read's entry commits before its data are handed out.
 */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final CityTime time;

    AuditLog(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** An act, logged in its own transaction. */
    public void recordAct(Actor actor, String act, @Nullable UUID caseId, String outcome) {
        who(jdbc.sql("""
                insert into audit.entries (id, at, actor, actor_name, department, portal, act, case_id, fields, outcome)
                values (:id, :at, :actor, :name, :department, :portal, :act, :case, '{}', :outcome)
                """), actor).param("id", Uuid7.next(time.clock())).param("act", act).param("case", caseId).param("outcome", outcome).update();
    }

    /** A read of the pool about `subject`. */
    public void recordRead(Actor actor, Subject subject, @Nullable UUID caseId, String purpose, String dataset, Set<String> fields,
            String outcome) {
        recordReads(actor, caseId, purpose, List.of(new Look(subject, dataset, fields, outcome)));
    }

    /** Several reads for one purpose, each with an entry of its own. */
    public void recordReads(Actor actor, @Nullable UUID caseId, String purpose, List<Look> looks) {
        insert(actor, caseId, purpose, looks);
        if (TransactionSynchronizationManager.getResource(this) instanceof Reads reads) {
            reads.again.add(() -> insert(actor, caseId, purpose, looks));
        }
    }

    /** Which fields of whose records in a data set are about to be read. */
    public record Look(Subject subject, String dataset, Set<String> fields, String outcome) {
    }

    /**
     * Remembers what this thread reads until it is closed: what was read was read, even if the act that read it is rolled back and its
     * entries with it.
     */
    public Reads remember() {
        Reads reads = new Reads();
        TransactionSynchronizationManager.bindResource(this, reads);
        return reads;
    }

    /** The reads of one act. */
    public final class Reads implements AutoCloseable {

        private final List<Runnable> again = new ArrayList<>();

        private Reads() {
        }

        /** Writes their entries once more, after those of the act were rolled back. */
        public void writeAgain() {
            again.forEach(Runnable::run);
        }

        @Override
        public void close() {
            TransactionSynchronizationManager.unbindResource(AuditLog.this);
        }
    }

    /** One read as its subject sees it. */
    public record Read(long number, Instant at, String actor, String actorName, @Nullable String department, String portal,
            @Nullable UUID caseId, String purpose, String dataset, List<String> fields, String outcome) {
    }

    /** One read and whom it was about. */
    public record About(Read read, Subject subject) {
    }

    /** What the subject of an entry e may not be told of yet. */
    private static final String SHOWN =
            "and not exists (select 1 from audit.restrictions r where r.subject = e.subject and r.granted and r.ends_at > :now and audit.covers(r, e)) ";

    /** As {@link #findRead}, for its subject: empty also while a law forbids to tell her. */
    public Optional<About> findShownRead(long number) {
        return jdbc.sql("""
                select number, at, actor, actor_name, department, portal, case_id, purpose, dataset, fields, outcome, subject
                from audit.entries e where number = :number and dataset is not null and subject is not null
                """ + SHOWN).param("number", number).param("now", Timestamp.from(time.now()))
                .query((row, n) -> new About(read(row, n), new Subject(row.getLong("subject")))).optional();
    }

    /** The read of this number; empty where there is none, or it was not about anybody. */
    public Optional<About> findRead(long number) {
        return jdbc.sql("""
                select number, at, actor, actor_name, department, portal, case_id, purpose, dataset, fields, outcome, subject
                from audit.entries where number = :number and dataset is not null and subject is not null
                """).param("number", number).query((row, n) -> new About(read(row, n), new Subject(row.getLong("subject")))).optional();
    }

    /**
     * Reads about this subject as she may know of them, newest first, at most `limit`, before entry `before` (exclusive; for the first page
     * {@link Long#MAX_VALUE}); without what a {@link Restriction} keeps from her for now.
     */
    public List<Read> listReads(Subject subject, long before, int limit) {
        return jdbc.sql("""
                select number, at, actor, actor_name, department, portal, case_id, purpose, dataset, fields, outcome
                from audit.entries e where subject = :subject and dataset is not null and number < :before
                """ + SHOWN + "order by number desc limit :limit")
                .param("subject", subject.number()).param("before", before).param("limit", limit).param("now", Timestamp.from(time.now()))
                .query(AuditLog::read).list();
    }

    /** Reads of a data set by anyone, newest first, for the data bureau. */
    public List<Read> listReads(String dataset, int limit) {
        return jdbc.sql("""
                select number, at, actor, actor_name, department, portal, case_id, purpose, dataset, fields, outcome
                from audit.entries where dataset = :dataset order by number desc limit :limit
                """).param("dataset", dataset).param("limit", limit).query(AuditLog::read).list();
    }

    /** The newest reads of any data set, for the data bureau. */
    public List<Read> listLatestReads(int limit) {
        return jdbc.sql("""
                select number, at, actor, actor_name, department, portal, case_id, purpose, dataset, fields, outcome
                from audit.entries where dataset is not null order by number desc limit :limit
                """).param("limit", limit).query(AuditLog::read).list();
    }

    /** Number of reads of each data set so far. */
    public List<ReadCount> countReads() {
        return jdbc.sql("select dataset, count(*) as reads from audit.entries where dataset is not null group by dataset order by 2 desc")
                .query(ReadCount.class).list();
    }

    /** How often a data set was read. */
    public record ReadCount(String dataset, long reads) {
    }

    private void insert(Actor actor, @Nullable UUID caseId, String purpose, List<Look> looks) {
        who(jdbc.sql("""
                insert into audit.entries
                    (id, at, actor, actor_name, department, portal, act, subject, case_id, purpose, dataset, fields, outcome)
                select l.id, :at, :actor, :name, :department, :portal, 'read', l.subject, :case, :purpose, l.dataset, string_to_array(l.fields, ','), l.outcome
                from unnest(:ids::uuid[], :subjects::bigint[], :datasets::text[], :fields::text[], :outcomes::text[]) with ordinality
                    as l (id, subject, dataset, fields, outcome, place)
                order by l.place
                """), actor)
                .param("case", caseId)
                .param("purpose", purpose)
                .param("ids", looks.stream().map(look -> Uuid7.next(time.clock())).toArray(UUID[]::new))
                .param("subjects", looks.stream().map(look -> look.subject().number()).toArray(Long[]::new))
                .param("datasets", looks.stream().map(Look::dataset).toArray(String[]::new))
                .param("fields", looks.stream().map(look -> look.fields().stream().sorted().collect(Collectors.joining(","))).toArray(String[]::new))
                .param("outcomes", looks.stream().map(Look::outcome).toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec who(JdbcClient.StatementSpec statement, Actor actor) {
        return statement.param("at", Timestamp.from(time.now()))
                .param("actor", actor.id())
                .param("name", actor.name())
                .param("department", actor instanceof Actor.Staff staff ? staff.department() : null)
                .param("portal", actor.portal().name());
    }

    private static Read read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Read(row.getLong("number"), row.getTimestamp("at").toInstant(), row.getString("actor"), row.getString("actor_name"),
                row.getString("department"), row.getString("portal"), row.getObject("case_id", UUID.class), row.getString("purpose"),
                row.getString("dataset"), List.of((String[]) row.getArray("fields").getArray()), row.getString("outcome"));
    }
}
