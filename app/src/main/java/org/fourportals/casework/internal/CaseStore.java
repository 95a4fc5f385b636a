package org.fourportals.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseContent;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.CaseNumber;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Contents;
import org.fourportals.casework.Lifecycle;
import org.fourportals.identity.SubjectVault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Cases and their events in PostgreSQL; what they hold of people is sealed with the applicant's key. */
@Component
public class CaseStore {

    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() { };
    private static final TypeReference<CaseContent> CONTENT = new TypeReference<>() { };
    private static final String COLUMNS = """
            select id, number, affair, affair_version, state, sealed_for, subject, applicant, representative, visitor, portal, centre, stage,
                row_version, content, created_at, updated_at, submitted_at, deadline from casework.cases
            """;
    /** Anonymous drafts hold no name and are sealed under the system's own key. */
    private static final Subject NOBODY = new Subject(0);

    private final JdbcClient jdbc;
    private final Sealed sealed;
    private final CityTime time;

    CaseStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json, CityTime time) {
        this.jdbc = jdbc;
        this.sealed = new Sealed(vault, json);
        this.time = time;
    }

    public Optional<Case> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::read).optional();
    }

    /** Locks the row until the transaction ends, so that two acts on one case follow one another. */
    public Optional<Case> findForUpdate(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update").param("id", id).query(this::read).optional();
    }

    public Optional<Case> find(CaseNumber number) {
        return jdbc.sql(COLUMNS + "where number = :number").param("number", number.value()).query(this::read).optional();
    }

    /** Cases and drafts in which one of these is applicant, subject or representative, newest change first. */
    public List<Case> listConcerning(List<Subject> subjects) {
        Long[] numbers = subjects.stream().map(Subject::number).toArray(Long[]::new);
        return jdbc.sql(COLUMNS + """
                where (applicant = any(:subjects) or representative = any(:subjects) or subject = any(:subjects)) and state <> 'DISCARDED'
                order by updated_at desc limit 200
                """).param("subjects", numbers).query(this::read).list();
    }

    public List<Case> listByVisitor(UUID browser) {
        return jdbc.sql(COLUMNS + "where visitor = :browser and state = 'DRAFT' order by updated_at desc limit 20")
                .param("browser", browser).query(this::read).list();
    }

    public Optional<Case> findOpenDraft(String affair, @Nullable Subject applicant, @Nullable UUID browser) {
        return jdbc.sql(COLUMNS + """
                where state = 'DRAFT' and affair = :affair and (applicant = :applicant::bigint or visitor = :browser::uuid)
                order by updated_at desc limit 1
                """).param("affair", affair).param("applicant", applicant == null ? null : applicant.number())
                .param("browser", browser).query(this::read).optional();
    }

    /** Those that wait to be accepted and were handed in on that day or before, the oldest first. */
    public List<UUID> listUnaccepted(LocalDate upTo) {
        return jdbc.sql("select id from casework.cases where state = 'SUBMITTED' and submitted_at < :before order by submitted_at")
                .param("before", Timestamp.from(upTo.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())).query(UUID.class).list();
    }

    /** Cases of an affair handed in since then, the newest first. */
    public List<Case> listSubmitted(String affair, Instant since, int limit) {
        return jdbc.sql(COLUMNS + "where affair = :affair and submitted_at > :since order by submitted_at desc limit :limit")
                .param("affair", affair).param("since", Timestamp.from(since)).param("limit", limit).query(this::read).list();
    }

    public void insert(Case fresh) {
        Subject owner = owner(fresh);
        jdbc.sql("""
                insert into casework.cases (id, affair, affair_version, state, sealed_for, subject, applicant, representative, visitor,
                    portal, centre, content, created_at, updated_at)
                values (:id, :affair, :version, :state, :sealedFor, :subject, :applicant, :representative, :visitor, :portal, :centre,
                    :content, :at, :at)
                """).param("id", fresh.id()).param("affair", fresh.affair()).param("version", fresh.affairVersion())
                .param("state", fresh.state().name()).param("sealedFor", owner.number()).param("subject", number(fresh.subject()))
                .param("applicant", number(fresh.applicant())).param("representative", number(fresh.representative()))
                .param("visitor", fresh.visitor()).param("portal", fresh.portal().name()).param("centre", fresh.centre())
                .param("content", sealed.seal(owner, fresh.content()))
                .param("at", Timestamp.from(fresh.createdAt())).update();
    }

    /**
     * Writes the case as it now is; what it holds only if that changed.
     *
     * @throws OptimisticLockingFailureException if it was changed since it was read
     */
    public void update(Case changed) {
        Subject owner = owner(changed);
        int rows = jdbc.sql("""
                update casework.cases set number = :number, affair_version = :version, state = :state, sealed_for = :sealedFor,
                    subject = :subject, applicant = :applicant, representative = :representative, visitor = :visitor, stage = :stage,
                    row_version = row_version + 1, content = coalesce(:content::bytea, content), updated_at = :at, submitted_at = :submitted, deadline = :deadline
                where id = :id and row_version = :rowVersion
                """).param("id", changed.id()).param("rowVersion", changed.rowVersion()).param("number", changed.number())
                .param("version", changed.affairVersion()).param("state", changed.state().name()).param("sealedFor", owner.number())
                .param("subject", number(changed.subject())).param("applicant", number(changed.applicant()))
                .param("representative", number(changed.representative())).param("visitor", changed.visitor())
                .param("stage", changed.stage())
                .param("content", changed.contents().isStoredFor(owner) ? null : sealed.seal(owner, changed.content()))
                .param("at", Timestamp.from(time.now()))
                .param("submitted", changed.submittedAt() == null ? null : Timestamp.from(changed.submittedAt()))
                .param("deadline", changed.deadline()).update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Case " + changed.id() + " was changed meanwhile");
        }
    }

    public CaseNumber nextNumber() {
        return CaseNumber.of(time.today().getYear(), jdbc.sql("select nextval('casework.numbers')").query(Long.class).single());
    }

    /**
     * Appends to the case's events and to the outbox.
     *
     * @param about the case as it was before this happened
     * @throws Lifecycle.Impossible if this may not happen in its state
     */
    public void append(Case about, CaseEvent.Type type, Actor actor, Map<String, String> detail) {
        Lifecycle.require(about.state(), type);
        Timestamp at = Timestamp.from(time.now());
        jdbc.sql("""
                with announced as (insert into casework.outbox (at, type, case_id) values (:at, :type, :id))
                insert into casework.events (case_id, number, at, type, actor, actor_name, department, portal, detail)
                values (:id, (select coalesce(max(number), 0) + 1 from casework.events where case_id = :id), :at, :type, :actor, :name,
                    :department, :portal, :detail)
                """).param("id", about.id()).param("at", at).param("type", type.name()).param("actor", actor.id())
                .param("name", actor.name()).param("department", actor instanceof Actor.Staff staff ? staff.department() : null)
                .param("portal", actor.portal().name()).param("detail", sealed.seal(owner(about), detail)).update();
    }

    /** What happened to the case, oldest first. */
    public List<CaseEvent> listEvents(Case about) {
        return jdbc.sql("""
                select number, at, type, actor, actor_name, department, portal, detail from casework.events
                where case_id = :id order by number
                """).param("id", about.id()).query((row, n) -> new CaseEvent(row.getInt("number"), row.getTimestamp("at").toInstant(),
                        CaseEvent.Type.valueOf(row.getString("type")), row.getString("actor"), row.getString("actor_name"),
                        row.getString("department"), Portal.valueOf(row.getString("portal")), detail(about, row.getBytes("detail"))))
                .list();
    }

    private Map<String, String> detail(Case about, byte[] stored) {
        return sealed.open(owner(about), stored, DETAIL);
    }

    /** Before adoption events carry no personal detail; adopting seals the one there is anew. */
    public void resealEvents(Case before, Case after) {
        for (CaseEvent event : listEvents(before)) {
            jdbc.sql("update casework.events set detail = :detail where case_id = :id and number = :number")
                    .param("detail", sealed.seal(owner(after), event.detail()))
                    .param("id", before.id()).param("number", event.number()).update();
        }
    }

    private Case read(ResultSet row, int n) throws SQLException {
        Subject owner = new Subject(row.getLong("sealed_for"));
        byte[] stored = row.getBytes("content");
        Contents contents = Contents.stored(() -> sealed.open(owner, stored, CONTENT), owner);
        Timestamp submitted = row.getTimestamp("submitted_at");
        return new Case(row.getObject("id", UUID.class), row.getString("number"), row.getString("affair"),
                row.getString("affair_version"), CaseState.valueOf(row.getString("state")), subject(row, "subject"),
                subject(row, "applicant"), subject(row, "representative"), row.getObject("visitor", UUID.class),
                Portal.valueOf(row.getString("portal")), row.getString("centre"), row.getInt("stage"), row.getInt("row_version"), contents,
                row.getTimestamp("created_at").toInstant(), row.getTimestamp("updated_at").toInstant(),
                submitted == null ? null : submitted.toInstant(), row.getObject("deadline", LocalDate.class));
    }

    private static Subject owner(Case about) {
        return about.applicant() == null ? NOBODY : about.applicant();
    }

    private static @Nullable Subject subject(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : new Subject(number);
    }

    private static @Nullable Long number(@Nullable Subject subject) {
        return subject == null ? null : subject.number();
    }
}
