package org.fourportals.casework.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.casework.Case;
import org.fourportals.casework.Lease;
import org.fourportals.casework.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which departments have given their opinion at which stage, and which member of staff works on which case. */
@Component
public class ReviewStore {

    private static final Duration LEASE = Duration.ofMinutes(20);

    private final JdbcClient jdbc;
    private final CityTime time;

    ReviewStore(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public void begin(UUID caseId, int stage, List<String> departments) {
        jdbc.sql("""
                insert into casework.reviews (case_id, stage, department, deadline, submitted_at)
                select id, :stage, unnest(:departments::text[]), deadline, submitted_at from casework.cases where id = :case
                """).param("case", caseId).param("stage", stage).param("departments", departments.toArray(String[]::new)).update();
    }

    /**
     * Keeps a department's opinion at a stage.
     *
     * @return how many other departments have still to speak at that stage; empty if this one's opinion was given already or is not asked
     */
    public OptionalInt give(UUID caseId, int stage, String department, String opinion, Actor.Staff by) {
        return jdbc.sql("""
                with given as (update casework.reviews set opinion = :opinion, given_by = :by, given_at = :at
                    where case_id = :case and stage = :stage and department = :department and opinion is null returning department)
                select (select count(*) from casework.reviews where case_id = :case and stage = :stage and opinion is null and department <> :department)::int
                from given
                """).param("opinion", opinion).param("by", by.name()).param("at", Timestamp.from(time.now())).param("case", caseId)
                .param("stage", stage).param("department", department).query(Integer.class).optional().map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Asks the departments of a stage once more; what they said is in the case's events. */
    public void ask(UUID caseId, int stage) {
        jdbc.sql("""
                update casework.reviews r set opinion = null, given_by = null, given_at = null, deadline = c.deadline
                from casework.cases c where c.id = r.case_id and r.case_id = :case and r.stage = :stage
                """).param("case", caseId).param("stage", stage).update();
    }

    public List<Review> list(UUID caseId) {
        return jdbc.sql("""
                select stage, department, opinion, given_by, given_at from casework.reviews where case_id = :case order by stage, department
                """).param("case", caseId).query((row, n) -> new Review(row.getInt("stage"), row.getString("department"),
                        row.getString("opinion"), row.getString("given_by"),
                        row.getTimestamp("given_at") == null ? null : row.getTimestamp("given_at").toInstant())).list();
    }

    /** Whether this department still has to speak at the stage where the case is. */
    public boolean waitsFor(Case inReview, String department) {
        return list(inReview.id()).stream().anyMatch(r -> r.stage() == inReview.stage() && r.department().equals(department) && r.opinion() == null);
    }

    /** Takes or renews the lease; if a colleague of her department holds one that is not over, hers is returned and nothing changes. */
    public Lease take(UUID caseId, Actor.Staff staff) {
        Instant now = time.now();
        jdbc.sql("""
                insert into casework.leases (case_id, department, staff, staff_name, until)
                values (:case, :department, :staff, :name, :until)
                on conflict (case_id, department) do update
                set staff = excluded.staff, staff_name = excluded.staff_name, until = excluded.until
                where casework.leases.staff = excluded.staff or casework.leases.until < :now
                """).param("case", caseId).param("department", staff.department()).param("staff", staff.username())
                .param("name", staff.name()).param("until", Timestamp.from(now.plus(LEASE))).param("now", Timestamp.from(now)).update();
        Lease lease = find(caseId, staff.department()).orElseThrow();
        hold(caseId, staff.department(), lease.until());
        return lease;
    }

    /** Gives the department's hold on the case to that member of staff, whoever had it. */
    public void give(UUID caseId, String department, Lease lease) {
        jdbc.sql("""
                insert into casework.leases (case_id, department, staff, staff_name, until) values (:case, :department, :staff, :name, :until)
                on conflict (case_id, department) do update set staff = excluded.staff, staff_name = excluded.staff_name, until = excluded.until
                """).param("case", caseId).param("department", department).param("staff", lease.staff()).param("name", lease.staffName())
                .param("until", Timestamp.from(lease.until())).update();
        hold(caseId, department, lease.until());
    }

    /** Lets `next` pass it over until then; null: no longer. */
    private void hold(UUID caseId, String department, @Nullable Instant until) {
        jdbc.sql("""
                with held as (update casework.reviews set held_until = :until where case_id = :case and department = :department and opinion is null)
                update casework.cases set held_until = :until where id = :case and state = 'SUBMITTED'
                """).param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP).param("case", caseId).param("department", department).update();
    }

    /** Takes it whoever of her department holds it. */
    public void takeOver(UUID caseId, Actor.Staff staff) {
        jdbc.sql("delete from casework.leases where case_id = :case and department = :department").param("case", caseId)
                .param("department", staff.department()).update();
        take(caseId, staff);
    }

    public void release(UUID caseId, Actor.Staff staff) {
        int released = jdbc.sql("delete from casework.leases where case_id = :case and staff = :staff").param("case", caseId)
                .param("staff", staff.username()).update();
        if (released > 0) {
            hold(caseId, staff.department(), null);
        }
    }

    /** The lease in force within a department. */
    public Optional<Lease> find(UUID caseId, String department) {
        return findLast(caseId, department).filter(this::isInForce);
    }

    public boolean isInForce(Lease lease) {
        return !lease.until().isBefore(time.now());
    }

    /** The last lease within a department that was not given back, whether or not it is over. */
    public Optional<Lease> findLast(UUID caseId, String department) {
        return jdbc.sql("select staff, staff_name, until from casework.leases where case_id = :case and department = :department")
                .param("case", caseId).param("department", department)
                .query((row, n) -> new Lease(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant())).optional();
    }
}
