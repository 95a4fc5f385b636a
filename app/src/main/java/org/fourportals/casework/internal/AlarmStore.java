package org.fourportals.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.base.CityTime;
import org.fourportals.casework.Alarm;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.OverdueCase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases' time runs out or is over, and who was told of it; without opening what is sealed in them. */
@Component
public class AlarmStore {

    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final CityTime time;

    AlarmStore(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Open cases promised for that day or before of which not everybody was told who may have to be, in the order of their ids. */
    public List<UUID> listToWatch(LocalDate upTo, UUID after, int limit) {
        return jdbc.sql("""
                select c.id from casework.cases c
                where c.state in ('SUBMITTED', 'IN_REVIEW') and c.deadline <= :upTo and c.id > :after and not exists (select from casework.alarms a
                    where a.case_id = c.id and a.deadline = c.deadline and a.step = case when c.deadline < :today then 'CITY' else 'WARNED' end)
                order by c.id limit :limit
                """).param("upTo", upTo).param("after", after).param("today", time.today()).param("limit", limit).query(UUID.class).list();
    }

    /** Who was told of this deadline, and when. */
    public Map<Alarm, Instant> list(UUID caseId, LocalDate deadline) {
        Map<Alarm, Instant> told = new EnumMap<>(Alarm.class);
        jdbc.sql("select step, at from casework.alarms where case_id = :case and deadline = :deadline").param("case", caseId).param("deadline", deadline)
                .query((row, n) -> told.put(Alarm.valueOf(row.getString("step")), row.getTimestamp("at").toInstant())).list();
        return told;
    }

    public void keep(UUID caseId, LocalDate deadline, Alarm step) {
        jdbc.sql("insert into casework.alarms (case_id, deadline, step, at) values (:case, :deadline, :step, :at)").param("case", caseId)
                .param("deadline", deadline).param("step", step.name()).param("at", Timestamp.from(time.now())).update();
    }

    /**
     * Open cases promised for that day or before, the longest overdue first, at most 1,000.
     *
     * @param department whose turn it is; null for all
     * @param affairs    for which that department answers: theirs are also those that nobody has accepted yet
     */
    public List<OverdueCase> listOverdue(LocalDate upTo, @Nullable String department, List<String> affairs) {
        return jdbc.sql("""
                select c.id, c.number, c.affair, c.state, c.deadline,
                    array(select r.department from casework.reviews r where r.case_id = c.id and r.stage = c.stage and r.opinion is null
                        and c.state = 'IN_REVIEW' order by r.department) as departments,
                    array(select a.step from casework.alarms a where a.case_id = c.id and a.deadline = c.deadline) as steps
                from casework.cases c
                where c.state in ('SUBMITTED', 'IN_REVIEW') and c.deadline <= :upTo and (:department::text is null
                    or c.state = 'SUBMITTED' and c.affair = any(:affairs::text[])
                    or c.state = 'IN_REVIEW' and exists (select from casework.reviews o where o.case_id = c.id and o.stage = c.stage and o.opinion is null
                        and o.department = :department::text))
                order by c.deadline, c.submitted_at limit :limit
                """).param("upTo", upTo).param("department", department).param("affairs", affairs.toArray(String[]::new)).param("limit", LONGEST)
                .query(AlarmStore::read).list();
    }

    private static OverdueCase read(ResultSet row, int n) throws SQLException {
        Set<Alarm> told = EnumSet.noneOf(Alarm.class);
        Stream.of((String[]) row.getArray("steps").getArray()).map(Alarm::valueOf).forEach(told::add);
        return new OverdueCase(row.getObject("id", UUID.class), row.getString("number"), row.getString("affair"), CaseState.valueOf(row.getString("state")),
                row.getObject("deadline", LocalDate.class), List.of((String[]) row.getArray("departments").getArray()), told);
    }
}
