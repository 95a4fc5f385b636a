package org.fourportals.centre.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.centre.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tickets in PostgreSQL, schema {@code centre}. Whoever has priority is queued as if she had come twenty minutes earlier, so that nobody waits for ever. */
@Component
public class TicketStore {

    private static final String COLUMNS = """
            id, centre, day, number, priority, affair, taken_at, called_by, window_no, called_at, finished_at, outcome
            """;
    private static final String WAITING = "centre = :centre and day = :day and called_at is null";
    private static final String ORDER = "order by queued_at, number";

    private final JdbcClient jdbc;

    public TicketStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the centre's day; another who takes one waits until this transaction ends, so that none is left out. */
    public int nextNumber(String centre, LocalDate day) {
        return jdbc.sql("""
                insert into centre.numbers (centre, day, last) values (:centre, :day, 1)
                on conflict (centre, day) do update set last = numbers.last + 1 returning last
                """).param("centre", centre).param("day", day).query(Integer.class).single();
    }

    public void insert(Ticket ticket, Instant queuedAt) {
        jdbc.sql("""
                insert into centre.tickets (id, centre, day, number, priority, affair, taken_at, queued_at)
                values (:id, :centre, :day, :number, :priority, :affair, :takenAt, :queuedAt)
                """).param("id", ticket.id()).param("centre", ticket.centre()).param("day", ticket.day())
                .param("number", ticket.number()).param("priority", ticket.priority().name()).param("affair", ticket.affair())
                .param("takenAt", Timestamp.from(ticket.takenAt())).param("queuedAt", Timestamp.from(queuedAt)).update();
    }

    /** Lets only one at a time call to this window, and only one at a time call as this clerk. */
    public void lockWindowAndClerk(String centre, int window, String clerk) {
        for (String key : List.of("window:" + centre + ":" + window, "clerk:" + clerk)) {
            jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))").param("key", key).query(Integer.class).single();
        }
    }

    /** The ticket that was called to this window or by this clerk and is not finished. */
    public Optional<Ticket> findOpen(String centre, LocalDate day, int window, String clerk) {
        return jdbc.sql("select " + COLUMNS + """
                from centre.tickets where day = :day and called_at is not null and finished_at is null
                    and (centre = :centre and window_no = :window or called_by = :clerk)
                order by called_at limit 1
                """).param("day", day).param("centre", centre).param("window", window).param("clerk", clerk)
                .query(TicketStore::read).optional();
    }

    /** Calls the next who waits, past those whom a colleague is just calling; empty if nobody waits. */
    public Optional<Ticket> callNext(String centre, LocalDate day, int window, String clerk, Instant at) {
        return jdbc.sql("update centre.tickets set called_by = :clerk, window_no = :window, called_at = :at where id = "
                + "(select id from centre.tickets where " + WAITING + " " + ORDER + " for update skip locked limit 1) returning " + COLUMNS)
                .param("clerk", clerk).param("window", window).param("at", Timestamp.from(at)).param("centre", centre).param("day", day)
                .query(TicketStore::read).optional();
    }

    public Optional<Ticket> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from centre.tickets where id = :id").param("id", id).query(TicketStore::read).optional();
    }

    public Optional<Ticket> findForUpdate(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from centre.tickets where id = :id for update").param("id", id)
                .query(TicketStore::read).optional();
    }

    public Ticket finish(UUID id, Ticket.Outcome outcome, Instant at) {
        return jdbc.sql("update centre.tickets set finished_at = :at, outcome = :outcome where id = :id returning " + COLUMNS)
                .param("id", id).param("at", Timestamp.from(at)).param("outcome", outcome.name()).query(TicketStore::read).single();
    }

    /** Who waits, in the order in which they will be called. */
    public List<Ticket> listWaiting(String centre, LocalDate day, int limit) {
        return jdbc.sql("select " + COLUMNS + " from centre.tickets where " + WAITING + " " + ORDER + " limit :limit")
                .param("centre", centre).param("day", day).param("limit", limit).query(TicketStore::read).list();
    }

    /** Who was called, the latest first. */
    public List<Ticket> listCalled(String centre, LocalDate day, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                from centre.tickets where centre = :centre and day = :day and called_at is not null
                order by called_at desc, number desc limit :limit
                """).param("centre", centre).param("day", day).param("limit", limit).query(TicketStore::read).list();
    }

    public int countWaiting(String centre, LocalDate day) {
        return jdbc.sql("select count(*) from centre.tickets where " + WAITING).param("centre", centre).param("day", day)
                .query(Integer.class).single();
    }

    /** How many will be called before this waiting ticket. */
    public int countBefore(Ticket ticket) {
        return jdbc.sql("select count(*) from centre.tickets where " + WAITING
                + " and (queued_at, number) < (select queued_at, number from centre.tickets where id = :id)")
                .param("centre", ticket.centre()).param("day", ticket.day()).param("id", ticket.id()).query(Integer.class).single();
    }

    /** How busy a centre is: seconds that its last people took, null if nobody was served yet, and windows that called since. */
    public record Pace(@Nullable Double seconds, int windows) {
    }

    public Pace pace(String centre, LocalDate day, Instant windowsSince, int lastPeople) {
        return jdbc.sql("""
                select (select avg(extract(epoch from took)) from (
                            select finished_at - called_at as took from centre.tickets
                            where centre = :centre and day = :day and outcome = 'SERVED' order by finished_at desc limit :last) as latest)
                        as seconds,
                    (select count(distinct window_no) from centre.tickets
                        where centre = :centre and day = :day and called_at >= :since) as windows
                """).param("centre", centre).param("day", day).param("since", Timestamp.from(windowsSince)).param("last", lastPeople)
                .query((row, number) -> new Pace(row.getObject("seconds") == null ? null : row.getDouble("seconds"), row.getInt("windows")))
                .single();
    }

    private static Ticket read(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Ticket(row.getObject("id", UUID.class), row.getString("centre"), row.getObject("day", LocalDate.class), row.getInt("number"),
                Ticket.Priority.valueOf(row.getString("priority")), row.getString("affair"), row.getTimestamp("taken_at").toInstant(),
                row.getString("called_by"), row.getObject("window_no", Integer.class), instant(row.getTimestamp("called_at")),
                instant(row.getTimestamp("finished_at")), outcome == null ? null : Ticket.Outcome.valueOf(outcome));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
