package org.fourportals.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.fourportals.notice.Channel;
import org.fourportals.notice.Sending;
import org.fourportals.notice.Sendings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of what is to be sent, and the proofs of what was. */
@Component
public class SendingStore {

    private static final String COLUMNS = "select id, notice, channel, state, tries, begun_at, due_at from notice.sendings ";
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;

    SendingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Sending sending) {
        jdbc.sql("""
                insert into notice.sendings (id, notice, channel, state, begun_at, due_at) values (:id, :notice, :channel, :state, :begun, :due)
                on conflict (notice, channel) do nothing
                """).param("id", sending.id()).param("notice", sending.notice()).param("channel", sending.channel().name()).param("state", sending.state().name())
                .param("begun", Timestamp.from(sending.begunAt())).param("due", Timestamp.from(sending.dueAt())).update();
    }

    /** By which channels a notice was sent or tried. */
    public Set<Channel> channelsOf(UUID notice) {
        return jdbc.sql("select channel from notice.sendings where notice = :notice").param("notice", notice).query(String.class).list().stream()
                .map(Channel::valueOf).collect(Collectors.toSet());
    }

    /** Takes what is due; whoever took it before and said nothing until its lease ran out is dead. Many nodes may do so at once. */
    public List<Sending> take(Channel channel, Instant now, Instant leasedUntil, int limit) {
        return jdbc.sql("""
                update notice.sendings set tries = tries + 1, leased_until = :until where id in (
                    select id from notice.sendings where channel = :channel and state = 'WAITING' and due_at <= :now
                        and (leased_until is null or leased_until < :now) order by due_at limit :limit for update skip locked)
                returning id, notice, channel, state, tries, begun_at, due_at
                """).param("channel", channel.name()).param("now", Timestamp.from(now)).param("until", Timestamp.from(leasedUntil)).param("limit", limit)
                .query(SendingStore::read).list();
    }

    /**
     * Ends a try, unless the lease ran out and somebody else has taken it since.
     *
     * @param due when to try again, if it goes on waiting
     */
    public boolean settle(Sending tried, Sending.State state, Instant due, @Nullable String outsideId) {
        return jdbc.sql("""
                update notice.sendings set state = :state, due_at = :due, leased_until = null, outside_id = coalesce(:outside, outside_id)
                where id = :id and state = 'WAITING' and tries = :tries
                """).param("state", state.name()).param("due", Timestamp.from(due)).param("outside", outsideId).param("id", tried.id())
                .param("tries", tried.tries()).update() == 1;
    }

    public void prove(UUID sending, Instant at, String outcome, String said) {
        String line = said.replaceAll("\\p{Cc}+", " ").strip();
        jdbc.sql("insert into notice.proofs (sending, at, outcome, said) values (:sending, :at, :outcome, :said)").param("sending", sending)
                .param("at", Timestamp.from(at)).param("outcome", outcome).param("said", line.substring(0, Math.min(LONGEST, line.length()))).update();
    }

    /** An operator wants a failed one tried again, from the beginning. @return 0 if it has not failed, or the notice went otherwise */
    public int again(UUID id, Instant now) {
        return jdbc.sql("""
                update notice.sendings s set state = 'WAITING', tries = 0, due_at = :now, leased_until = null where id = :id and state = 'FAILED'
                    and not exists (select 1 from notice.sendings o where o.notice = s.notice and o.state <> 'FAILED')
                """).param("now", Timestamp.from(now)).param("id", id).update();
    }

    /** The same for the first try of each notice that no channel took in the last seven days. */
    public int againAll(Instant now) {
        return jdbc.sql("""
                update notice.sendings set state = 'WAITING', tries = 0, due_at = :now, leased_until = null where id in (
                    select distinct on (s.notice) s.id from notice.sendings s where s.state = 'FAILED' and s.begun_at > :since
                        and not exists (select 1 from notice.sendings o where o.notice = s.notice and o.state <> 'FAILED') order by s.notice, s.begun_at)
                """).param("now", Timestamp.from(now)).param("since", Timestamp.from(now.minus(Duration.ofDays(7)))).update();
    }

    /** All of several notices, in the order in which they were begun. */
    public List<Sending> listOfAll(List<UUID> notices) {
        return jdbc.sql(COLUMNS + "where notice = any(:notices) order by begun_at, id").param("notices", notices.toArray(UUID[]::new)).query(SendingStore::read).list();
    }

    /** Failed ones, and waiting ones that were tried in vain, with what was said last; the newest first. */
    public List<Sendings.Trouble> troubles(int limit) {
        return jdbc.sql("""
                select s.id, s.notice, s.channel, s.state, s.tries, s.begun_at, s.due_at,
                    coalesce((select p.said from notice.proofs p where p.sending = s.id order by p.number desc limit 1), '') as said,
                    exists (select 1 from notice.sendings o where o.notice = s.notice and o.id <> s.id and o.state <> 'FAILED') as otherwise
                from notice.sendings s where s.state = 'FAILED' or (s.state = 'WAITING' and s.tries > 0) order by s.begun_at desc limit :limit
                """).param("limit", limit).query((row, n) -> new Sendings.Trouble(read(row, n), row.getString("said"), row.getBoolean("otherwise"))).list();
    }

    public Optional<Sending> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(SendingStore::read).optional();
    }

    public List<Sending> listOf(UUID notice) {
        return jdbc.sql(COLUMNS + "where notice = :notice order by begun_at, id").param("notice", notice).query(SendingStore::read).list();
    }

    public List<Sending.Proof> proofsOf(UUID sending) {
        return jdbc.sql("select at, outcome, said from notice.proofs where sending = :sending order by number").param("sending", sending)
                .query((row, n) -> new Sending.Proof(row.getTimestamp("at").toInstant(), row.getString("outcome"), row.getString("said"))).list();
    }

    /** How many stand how, by channel and state, of those begun since then; waiting ones all. */
    public Map<String, Integer> counts(Instant since) {
        return jdbc.sql("""
                select channel || ' ' || state as which, count(*) as number from notice.sendings where begun_at > :since or state = 'WAITING'
                group by channel, state
                """).param("since", Timestamp.from(since)).query((row, n) -> Map.entry(row.getString("which"), row.getInt("number"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Sending read(ResultSet row, int number) throws SQLException {
        return new Sending(row.getObject("id", UUID.class), row.getObject("notice", UUID.class), Channel.valueOf(row.getString("channel")),
                Sending.State.valueOf(row.getString("state")), row.getInt("tries"), row.getTimestamp("begun_at").toInstant(), row.getTimestamp("due_at").toInstant());
    }
}
