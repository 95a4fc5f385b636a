package org.fourportals.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of what the carrier is to be told. */
@Component
public class MessageStore {

    private static final int LONGEST = 300;

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is told: that an item comes, or that a batch waits to be fetched. */
    public enum Kind { ANNOUNCE, PICK_UP }

    /** @param about the delivery or the batch */
    public record Message(UUID id, Kind kind, UUID about, int tries) {
    }

    /** One that the carrier refused, or that was tried in vain. */
    public record Trouble(UUID id, Kind kind, UUID about, boolean refused, int tries, String said) {
    }

    public void insert(UUID id, Kind kind, UUID about, Instant due) {
        jdbc.sql("insert into delivery.messages (id, kind, about, due_at) values (:id, :kind, :about, :due) on conflict (kind, about) do nothing")
                .param("id", id).param("kind", kind.name()).param("about", about).param("due", Timestamp.from(due)).update();
    }

    /** Takes what is due; whoever took it before and said nothing until its lease ran out is dead. Many nodes may do so at once. */
    public List<Message> take(Instant now, Instant leasedUntil, int limit) {
        return jdbc.sql("""
                update delivery.messages set tries = tries + 1, leased_until = :until where id in (
                    select id from delivery.messages where state = 'WAITING' and due_at <= :now and (leased_until is null or leased_until < :now)
                    order by due_at limit :limit for update skip locked)
                returning id, kind, about, tries
                """).param("now", Timestamp.from(now)).param("until", Timestamp.from(leasedUntil)).param("limit", limit).query(MessageStore::read).list();
    }

    /** Ends a try, unless somebody else has taken it since. @param state TOLD, REFUSED, or WAITING for another try */
    public void settle(Message tried, String state, Instant due, String said) {
        String line = said.replaceAll("\\p{Cc}+", " ").strip();
        jdbc.sql("""
                update delivery.messages set state = :state, due_at = :due, leased_until = null, said = :said
                where id = :id and state = 'WAITING' and tries = :tries
                """).param("state", state).param("due", Timestamp.from(due)).param("said", line.substring(0, Math.min(LONGEST, line.length())))
                .param("id", tried.id()).param("tries", tried.tries()).update();
    }

    /** A refused one is told again. @return whether it was refused */
    public boolean again(UUID id, Instant now) {
        return jdbc.sql("update delivery.messages set state = 'WAITING', tries = 0, due_at = :now where id = :id and state = 'REFUSED'")
                .param("now", Timestamp.from(now)).param("id", id).update() == 1;
    }

    /** What a centre's items and batches are in trouble with, the oldest first. */
    public List<Trouble> troubles(String centre, int limit) {
        return jdbc.sql("""
                select m.* from delivery.messages m left join delivery.deliveries d on d.id = m.about left join delivery.batches b on b.id = m.about
                where coalesce(d.centre, b.centre) = :centre and (m.state = 'REFUSED' or m.state = 'WAITING' and m.said <> '') order by m.due_at limit :limit
                """).param("centre", centre).param("limit", limit).query((row, n) -> new Trouble(row.getObject("id", UUID.class),
                        Kind.valueOf(row.getString("kind")), row.getObject("about", UUID.class), row.getString("state").equals("REFUSED"),
                        row.getInt("tries"), row.getString("said"))).list();
    }

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), row.getObject("about", UUID.class), row.getInt("tries"));
    }
}
