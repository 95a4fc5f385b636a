package org.fourportals.casework.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.FeedCursor;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to cases, for rooms that follow with a cursor of their own. An event is read only when no transaction that began before its own is
 * still running: none ever comes up behind a cursor.
 */
@Component
public class CaseFeed {

    private static final Map<String, CaseMoved.What> TOLD = Map.of("SUBMITTED", CaseMoved.What.SUBMITTED, "SUPPLEMENT_REQUESTED",
            CaseMoved.What.SUPPLEMENT_ASKED, "EXTENDED", CaseMoved.What.EXTENDED, "GRANTED", CaseMoved.What.GRANTED, "REFUSED", CaseMoved.What.REFUSED, "REOPENED", CaseMoved.What.REOPENED);

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    CaseFeed(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** What came after a cursor, in order, and where to go on. */
    public record Batch(List<CaseMoved> moved, FeedCursor upTo, boolean more) {
    }

    private record Row(FeedCursor at, String type, CaseMoved moved) {
    }

    /** A case that was decided by rule when it was handed in is only told as decided. */
    public Batch after(FeedCursor cursor, int limit) {
        List<Row> rows = jdbc.sql("""
                select o.transaction, o.number as event, o.at,
                    case when o.type = 'SUBMITTED' and exists (select 1 from casework.outbox g where g.transaction = o.transaction
                        and g.case_id = o.case_id and g.type = 'GRANTED') then 'AT ONCE' else o.type end as type,
                    c.id, c.number, c.affair, c.applicant, c.representative, c.deadline
                from casework.outbox o join casework.cases c on c.id = o.case_id
                where o.transaction >= :transaction and (o.transaction > :transaction or o.number > :number)
                    and o.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by o.transaction, o.number limit :limit
                """).param("transaction", cursor.transaction()).param("number", cursor.number()).param("limit", limit).query((row, n) -> {
                    String type = row.getString("type");
                    var at = new FeedCursor(row.getLong("transaction"), row.getLong("event"));
                    return new Row(at, type, read(row, "case:" + at.number(), TOLD.getOrDefault(type, CaseMoved.What.SUBMITTED)));
                }).list();
        return new Batch(rows.stream().filter(row -> TOLD.containsKey(row.type)).map(Row::moved).toList(),
                rows.isEmpty() ? cursor : rows.getLast().at, rows.size() == limit);
    }

    /** Cases that are promised for this day and not decided yet. */
    public List<CaseMoved> listDue(LocalDate day) {
        return jdbc.sql("""
                select id, number, affair, applicant, representative, deadline, updated_at as at from casework.cases
                where state in ('SUBMITTED', 'IN_REVIEW') and deadline = :day
                """).param("day", day).query((row, n) -> read(row, "due:" + row.getString("id") + ":" + day, CaseMoved.What.DEADLINE_NEAR)).list();
    }

    private CaseMoved read(ResultSet row, String id, CaseMoved.What what) throws SQLException {
        Set<Subject> people = new LinkedHashSet<>();
        for (String column : List.of("applicant", "representative")) {
            long number = row.getLong(column);
            if (!row.wasNull()) {
                people.add(new Subject(number));
            }
        }
        String affair = row.getString("affair");
        String number = row.getString("number");
        return new CaseMoved(id, what, row.getObject("id", UUID.class), number == null ? "" : number,
                catalogue.findAffair(affair).map(Affair::name).orElse(new Text(affair, affair)), people, row.getTimestamp("at").toInstant(),
                row.getObject("deadline", LocalDate.class));
    }
}
