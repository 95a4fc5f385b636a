package org.fourportals.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.fourportals.audit.Checkpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The Merkle tree and its checkpoints in PostgreSQL, schema {@code audit}. */
@Component
public class TreeStore {

    private static final String COLUMNS =
            "number, id, at, actor, actor_name, department, portal, act, subject, case_id, purpose, dataset, fields, outcome, salt ";

    private final JdbcClient jdbc;

    public TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param latest the greatest number of an entry looked at so far */
    public record Head(long size, long latest) {
    }

    public Head head() {
        return jdbc.sql("select size, latest from audit.tree").query(Head.class).single();
    }

    /** As {@link #head}; no one else appends until the transaction ends. */
    public Head headForUpdate() {
        return jdbc.sql("select size, latest from audit.tree for update").query(Head.class).single();
    }

    public void keep(Head head) {
        jdbc.sql("update audit.tree set size = :size, latest = :latest").param("size", head.size()).param("latest", head.latest()).update();
    }

    /** Transactions before this one are over. */
    public String over() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text").query(String.class).single();
    }

    /** Transactions that begin to write from now on are not before this one. */
    public String begun() {
        return jdbc.sql("select pg_snapshot_xmax(pg_current_snapshot())::text").query(String.class).single();
    }

    /** Entries after a number, and those that were passed over and have come since; by number. */
    public List<Entry> listNew(long after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                from audit.entries where number in (select number from audit.gaps)
                union all (select\s""" + COLUMNS + """
                from audit.entries where number > :after order by number limit :limit)
                order by number
                """).param("after", after).param("limit", limit).query(Entry::read).list();
    }

    public void passOver(long number, String begun) {
        jdbc.sql("insert into audit.gaps (number, horizon) values (:number, :begun::xid8)").param("number", number).param("begun", begun).update();
    }

    public void fillGap(long number) {
        jdbc.sql("delete from audit.gaps where number = :number").param("number", number).update();
    }

    /** Forgets numbers whose transactions are over and left nothing; a minute later than need be, as a number is drawn just before its transaction writes. */
    public void closeGaps(String over) {
        jdbc.sql("delete from audit.gaps where horizon <= :over::xid8 and seen_at < clock_timestamp() - interval '1 minute'").param("over", over).update();
    }

    public Optional<Tile> findTile(int level, long number) {
        return jdbc.sql("select level, number, hashes, entries from audit.tiles where level = :level and number = :number").param("level", level)
                .param("number", number).query(Tile::read).optional();
    }

    public void keep(Tile tile) {
        jdbc.sql("""
                insert into audit.tiles (level, number, hashes, entries, least, greatest) values (:level, :number, :hashes, :entries, :least, :greatest)
                on conflict (level, number) do update set hashes = excluded.hashes, entries = excluded.entries, least = excluded.least,
                    greatest = excluded.greatest
                """).param("level", tile.level()).param("number", tile.number()).param("hashes", tile.bytes())
                .param("entries", tile.level() == 0 ? tile.entries().toArray(Long[]::new) : null)
                .param("least", tile.level() == 0 ? tile.entries().stream().min(Long::compare).orElseThrow() : null)
                .param("greatest", tile.level() == 0 ? tile.entries().stream().max(Long::compare).orElseThrow() : null).update();
    }

    /** Where an entry is in the tree, counted from 0; empty if it is not there yet. */
    public Optional<Long> indexOf(long entry) {
        return jdbc.sql("""
                select number * 256 + array_position(entries, :entry) - 1 from audit.tiles
                where level = 0 and greatest >= :entry and least <= :entry and :entry = any(entries) limit 1
                """).param("entry", entry).query(Long.class).optional();
    }

    public void keep(Checkpoint checkpoint) {
        jdbc.sql("insert into audit.checkpoints (size, root, at, signature) values (:size, :root, :at, :signature) on conflict do nothing")
                .param("size", checkpoint.size()).param("root", checkpoint.root()).param("at", Timestamp.from(checkpoint.at()))
                .param("signature", checkpoint.signature()).update();
    }

    public Optional<Checkpoint> latestCheckpoint() {
        return jdbc.sql("select size, root, at, signature from audit.checkpoints order by size desc limit 1").query(TreeStore::checkpoint).optional();
    }

    public Optional<Checkpoint> findCheckpoint(long size) {
        return jdbc.sql("select size, root, at, signature from audit.checkpoints where size = :size").param("size", size).query(TreeStore::checkpoint)
                .optional();
    }

    /** Those of more than so many entries, the shortest first. */
    public List<Checkpoint> listCheckpoints(long after, int limit) {
        return jdbc.sql("select size, root, at, signature from audit.checkpoints where size > :after order by size limit :limit").param("after", after)
                .param("limit", limit).query(TreeStore::checkpoint).list();
    }

    public Optional<Entry> findEntry(long number) {
        return jdbc.sql("select " + COLUMNS + "from audit.entries where number = :number").param("number", number).query(Entry::read).optional();
    }

    /** Entries of these numbers, in no order. */
    public List<Entry> listEntries(List<Long> numbers) {
        return jdbc.sql("select " + COLUMNS + "from audit.entries where number = any(:numbers)").param("numbers", numbers.toArray(Long[]::new))
                .query(Entry::read).list();
    }

    /** How many entries there are up to a number, those left out that were passed over. */
    public long countEntries(long upTo) {
        return jdbc.sql("""
                select count(*) from audit.entries e where number <= :upTo and not exists (select 1 from audit.gaps g where g.number = e.number)
                """).param("upTo", upTo).query(Long.class).single();
    }

    /** Entries up to a number that no tile names, though they should be named; the lowest first. */
    public List<Long> listUntold(long upTo, int limit) {
        return jdbc.sql("""
                select e.number from audit.entries e where e.number <= :upTo and not exists (select 1 from audit.gaps g where g.number = e.number)
                    and not exists (select 1 from audit.tiles t where t.level = 0 and t.greatest >= e.number and t.least <= e.number
                        and e.number = any(t.entries))
                order by e.number limit :limit
                """).param("upTo", upTo).param("limit", limit).query(Long.class).list();
    }

    /** When the oldest entry after a number was written; empty if there is none. */
    public Optional<Instant> oldestAfter(long number) {
        return jdbc.sql("select at from audit.entries where number > :number order by number limit 1").param("number", number).query(Timestamp.class)
                .optional().map(Timestamp::toInstant);
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(row.getLong("size"), row.getBytes("root"), row.getTimestamp("at").toInstant(), row.getBytes("signature"));
    }
}
