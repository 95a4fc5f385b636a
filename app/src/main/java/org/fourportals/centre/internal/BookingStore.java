package org.fourportals.centre.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.base.Subject;
import org.fourportals.centre.Booking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bookings in PostgreSQL, schema {@code centre}. A counter for each time sees to it that it is never given to too many. */
@Component
public class BookingStore {

    private static final String COLUMNS = "id, subject, centre, day, begins, affair, booked_at, cancelled_at, ticket ";

    private final JdbcClient jdbc;

    public BookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets only one at a time book for this person. */
    public void lock(Subject subject) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('booking:' || :subject, 0))").param("subject", String.valueOf(subject.number()))
                .query(Integer.class).single();
    }

    /** Lets only one booking be moved at a time: two that change places would wait for each other. */
    public void lockMoves() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('booking moves', 0))").query(Integer.class).single();
    }

    /** How many have booked each time of a day. */
    public Map<LocalTime, Integer> taken(String centre, LocalDate day) {
        return jdbc.sql("select begins, taken from centre.slots where centre = :centre and day = :day").param("centre", centre).param("day", day)
                .query((row, number) -> Map.entry(row.getObject("begins", LocalTime.class), row.getInt("taken"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes one of so many places at a time; false if all are taken. */
    public boolean take(String centre, LocalDate day, LocalTime begins, int capacity) {
        return jdbc.sql("""
                insert into centre.slots as s (centre, day, begins, taken) values (:centre, :day, :begins, 1)
                on conflict (centre, day, begins) do update set taken = s.taken + 1 where s.taken < :capacity
                """).param("centre", centre).param("day", day).param("begins", begins).param("capacity", capacity).update() == 1;
    }

    public void insert(Booking booking) {
        jdbc.sql("""
                insert into centre.bookings (id, subject, centre, day, begins, affair, booked_at)
                values (:id, :subject, :centre, :day, :begins, :affair, :at)
                """).param("id", booking.id()).param("subject", booking.subject().number()).param("centre", booking.centre()).param("day", booking.day())
                .param("begins", booking.begins()).param("affair", booking.affair()).param("at", Timestamp.from(booking.bookedAt())).update();
    }

    /** Ends a booking and gives its place back. */
    public void cancel(Booking booking, Instant at) {
        jdbc.sql("update centre.bookings set cancelled_at = :at where id = :id").param("at", Timestamp.from(at)).param("id", booking.id()).update();
        jdbc.sql("update centre.slots set taken = taken - 1 where centre = :centre and day = :day and begins = :begins")
                .param("centre", booking.centre()).param("day", booking.day()).param("begins", booking.begins()).update();
    }

    public void arrived(UUID id, UUID ticket) {
        jdbc.sql("update centre.bookings set ticket = :ticket where id = :id").param("ticket", ticket).param("id", id).update();
    }

    public Optional<Booking> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from centre.bookings where id = :id").param("id", id).query(BookingStore::read).optional();
    }

    public Optional<Booking> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + "from centre.bookings where id = :id for update").param("id", id).query(BookingStore::read).optional();
    }

    public List<Booking> listOf(Subject subject, LocalDate from) {
        return jdbc.sql("select " + COLUMNS + "from centre.bookings where subject = :subject and day >= :from and cancelled_at is null order by day, begins")
                .param("subject", subject.number()).param("from", from).query(BookingStore::read).list();
    }

    /** Who has a time from this one on and has not come yet. */
    public List<Booking> listExpected(String centre, LocalDate day, LocalTime from, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                from centre.bookings where centre = :centre and day = :day and begins >= :from and cancelled_at is null and ticket is null
                order by begins, booked_at limit :limit
                """).param("centre", centre).param("day", day).param("from", from).param("limit", limit).query(BookingStore::read).list();
    }

    private static Booking read(ResultSet row, int number) throws SQLException {
        Timestamp cancelled = row.getTimestamp("cancelled_at");
        return new Booking(row.getObject("id", UUID.class), new Subject(row.getLong("subject")), row.getString("centre"),
                row.getObject("day", LocalDate.class), row.getObject("begins", LocalTime.class), row.getString("affair"),
                row.getTimestamp("booked_at").toInstant(), cancelled == null ? null : cancelled.toInstant(), row.getObject("ticket", UUID.class));
    }
}
