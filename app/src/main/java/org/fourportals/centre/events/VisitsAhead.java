package org.fourportals.centre.events;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is expected on a day, for rooms that remind people of it. */
@Component
public class VisitsAhead {

    private final JdbcClient jdbc;
    private final Centres centres;

    VisitsAhead(JdbcClient jdbc, Centres centres) {
        this.jdbc = jdbc;
        this.centres = centres;
    }

    /** All open bookings of a day that were made before a moment. */
    public List<VisitAhead> listOf(LocalDate day, Instant bookedBefore) {
        return jdbc.sql("""
                select id, subject, centre, begins from centre.bookings
                where day = :day and booked_at < :before and cancelled_at is null and ticket is null
                """).param("day", day).param("before", Timestamp.from(bookedBefore)).query((row, n) -> {
                    String id = row.getString("centre");
                    Text unknown = new Text(id, id);
                    return new VisitAhead(row.getObject("id", UUID.class), new Subject(row.getLong("subject")), centres.find(id).map(Centre::name).orElse(unknown),
                            centres.find(id).map(Centre::address).orElse(unknown), day, row.getObject("begins", LocalTime.class));
                }).list();
    }
}
