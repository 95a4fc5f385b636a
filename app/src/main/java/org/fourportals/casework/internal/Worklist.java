package org.fourportals.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    private static WaitingCase read(ResultSet row, int n) throws SQLException {
        return new WaitingCase(row.getObject("id", UUID.class), row.getString("number"), row.getString("affair"),
                CaseState.valueOf(row.getString("state")), row.getInt("stage"), row.getTimestamp("submitted_at").toInstant(),
                row.getObject("deadline", LocalDate.class), row.getString("portal"), row.getString("staff_name"));
    }
}
