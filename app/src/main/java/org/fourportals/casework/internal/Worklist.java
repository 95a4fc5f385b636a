package org.fourportals.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Role;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.WaitingCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the cases that wait for somebody, without opening what is sealed in them. */
@Component
public class Worklist {

    private static final int LONGEST = 200;
    private static final String SELECT = """
            select c.id, c.number, c.affair, c.state, c.stage, c.submitted_at, c.deadline, c.portal, l.staff_name
            from casework.cases c
            left join casework.leases l on l.case_id = c.id and l.department = :own and l.until > :now
            """;

    private final JdbcClient jdbc;

    private final CityTime time;

    Worklist(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public List<WaitingCase> list(Actor.Staff staff) {
        List<WaitingCase> entries = new ArrayList<>();
        Timestamp now = Timestamp.from(time.now());
        if (staff.is(Role.CLERK)) {
            entries.addAll(jdbc.sql(SELECT + " where c.state = 'SUBMITTED' order by c.deadline, c.submitted_at limit " + LONGEST)
                    .param("own", staff.department()).param("now", now).query(Worklist::read).list());
        }
        if (staff.is(Role.REVIEWER)) {
            entries.addAll(jdbc.sql(SELECT + """
                    join casework.reviews r on r.case_id = c.id and r.stage = c.stage
                    where c.state = 'IN_REVIEW' and r.department = :department and r.opinion is null
                    order by c.deadline, c.submitted_at limit
                    """ + LONGEST).param("department", staff.department())
                    .param("own", staff.department()).param("now", now).query(Worklist::read).list());
        }
        return entries;
    }

    /** The case that she holds and has not dealt with. */
    public Optional<UUID> findHeld(Actor.Staff staff) {
        return jdbc.sql("""
                select c.id from casework.leases l join casework.cases c on c.id = l.case_id
                where l.staff = :staff and l.department = :department and l.until > :now
                    and (:clerk and c.state = 'SUBMITTED' or :reviewer and c.state = 'IN_REVIEW' and exists (select from casework.reviews r
                        where r.case_id = c.id and r.stage = c.stage and r.department = :department and r.opinion is null))
                order by c.deadline, c.submitted_at limit 1
                """).param("staff", staff.username()).param("department", staff.department()).param("now", Timestamp.from(time.now()))
                .param("clerk", staff.is(Role.CLERK)).param("reviewer", staff.is(Role.REVIEWER)).query(UUID.class).optional();
    }

    /** The case with the least time left that waits for her and nobody holds, locked until the transaction ends; those that others are just being given are passed over. */
    public Optional<UUID> lockNext(Actor.Staff staff) {
        freeWhatIsHeldNoMore();
        Optional<UUID> found = staff.is(Role.CLERK) ? lockSubmitted() : Optional.empty();
        return found.isEmpty() && staff.is(Role.REVIEWER) ? lockReviewed(staff.department()) : found;
    }

    private void freeWhatIsHeldNoMore() {
        jdbc.sql("""
                with freed as (update casework.reviews set held_until = null where ctid = any(array(select ctid from casework.reviews
                        where opinion is null and held_until < :now for update skip locked)))
                update casework.cases set held_until = null where ctid = any(array(select ctid from casework.cases
                        where state = 'SUBMITTED' and held_until < :now for update skip locked))
                """).param("now", Timestamp.from(time.now())).update();
    }

    private Optional<UUID> lockSubmitted() {
        return jdbc.sql("""
                select id from casework.cases where state = 'SUBMITTED' and held_until is null
                order by deadline, submitted_at limit 1 for update skip locked
                """).query(UUID.class).optional();
    }

    private Optional<UUID> lockReviewed(String department) {
        return jdbc.sql("""
                select r.case_id from casework.reviews r join casework.cases c on c.id = r.case_id and c.stage = r.stage and c.state = 'IN_REVIEW'
                where r.department = :department and r.opinion is null and r.held_until is null
                order by r.deadline, r.submitted_at limit 1 for update of r skip locked
                """).param("department", department).query(UUID.class).optional();
    }

    private static WaitingCase read(ResultSet row, int n) throws SQLException {
        return new WaitingCase(row.getObject("id", UUID.class), row.getString("number"), row.getString("affair"),
                CaseState.valueOf(row.getString("state")), row.getInt("stage"), row.getTimestamp("submitted_at").toInstant(),
                row.getObject("deadline", LocalDate.class), row.getString("portal"), row.getString("staff_name"));
    }
}
