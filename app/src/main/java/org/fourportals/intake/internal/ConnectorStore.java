package org.fourportals.intake.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.intake.Health;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How far each connector is and how it fares. Whoever holds a connector's lease runs it; what it commits counts only while it holds it. */
@Component
public class ConnectorStore {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int LONGEST_FAILURE = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final CityTime time;

    ConnectorStore(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Where a leased connector stands. */
    public record Standing(@Nullable String cursor, Map<String, String> columns, @Nullable String stoppedWith, boolean paused) {
    }

    /** Another node runs the connector now; what was read is left to it. */
    public static final class LeaseLost extends RuntimeException {
        LeaseLost(String connector) {
            super("another node runs " + connector);
        }
    }

    public void begin(String connector) {
        jdbc.sql("insert into intake.connectors (id) values (:id) on conflict do nothing").param("id", connector).update();
    }

    /** Takes or keeps the lease; empty while another node holds it. */
    public Optional<Standing> lease(String connector, String node) {
        return jdbc.sql("""
                update intake.connectors set leased_by = :node, leased_until = :until
                where id = (select id from intake.connectors where id = :id and (leased_by is null or leased_by = :node or leased_until < :now)
                    for update skip locked)
                returning cursor, columns::text, stopped_with, paused_by is not null as paused
                """).param("node", node).param("until", at(time.now().plus(LEASE))).param("id", connector).param("now", at(time.now()))
                .query(ConnectorStore::standing).optional();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(row.getString("cursor"), columns(row.getString("columns")), row.getString("stopped_with"), row.getBoolean("paused"));
    }

    /** Takes the lease whoever has it, for what arrives at any node; others wait until the transaction ends. */
    public Standing hold(String connector, String node) {
        return jdbc.sql("""
                update intake.connectors set leased_by = :node, leased_until = :now where id = :id
                returning cursor, columns::text, stopped_with, paused_by is not null as paused
                """).param("node", node).param("now", at(time.now())).param("id", connector).query(ConnectorStore::standing).single();
    }

    public void release(String node) {
        jdbc.sql("update intake.connectors set leased_by = null, leased_until = null where leased_by = :node").param("node", node).update();
    }

    /** To be called in the transaction that keeps what was rejected. */
    public void commit(String connector, String node, Batch batch, int written, int rejected, double rate, List<String> extra) {
        int kept = jdbc.sql("""
                update intake.connectors set cursor = :cursor, columns = coalesce(nullif(columns, '{}'::jsonb), :columns::jsonb), found = null, stopped_with = null,
                    extra = :extra, rows_read = rows_read + :read, rows_written = rows_written + :written, rows_rejected = rows_rejected + :rejected,
                    rate = case when :read = 0 then rate else :rate end, looked_at = :now, succeeded_at = :now, leased_until = :until
                where id = :id and leased_by = :node
                """).param("cursor", batch.cursor()).param("columns", JSON.writeValueAsString(batch.columns())).param("extra", extra.toArray(String[]::new))
                .param("read", batch.rows().size()).param("written", written).param("rejected", rejected).param("rate", rate)
                .param("now", at(time.now())).param("until", at(time.now().plus(LEASE))).param("id", connector).param("node", node).update();
        if (kept == 0) {
            throw new LeaseLost(connector);
        }
    }

    public void looked(String connector, Feed.Lag lag) {
        jdbc.sql("update intake.connectors set waiting = :waiting, lag_seconds = :lag, looked_at = :now where id = :id")
                .param("waiting", lag.waiting()).param("lag", Math.max(0, lag.oldest().toSeconds())).param("now", at(time.now()))
                .param("id", connector).update();
    }

    public void failed(String connector, String what) {
        jdbc.sql("update intake.connectors set failed_at = :now, looked_at = :now, failure = :what where id = :id").param("now", at(time.now()))
                .param("what", what.length() > LONGEST_FAILURE ? what.substring(0, LONGEST_FAILURE) : what).param("id", connector).update();
    }

    /** The source's columns differ: nothing more is read until they are approved, or the connector's file is another than this. */
    public void stop(String connector, Map<String, String> found, String text) {
        jdbc.sql("update intake.connectors set found = :found::jsonb, stopped_with = :text, looked_at = :now where id = :id")
                .param("found", JSON.writeValueAsString(found)).param("text", text).param("now", at(time.now())).param("id", connector).update();
    }

    /** Takes these columns as the ones to expect from now on. */
    public boolean accept(String connector, Map<String, String> columns) {
        return jdbc.sql("update intake.connectors set columns = :columns::jsonb, found = null, stopped_with = null where id = :id")
                .param("columns", JSON.writeValueAsString(columns)).param("id", connector).update() == 1;
    }

    /** @return whether this changed anything */
    public boolean pause(String connector, String by) {
        return jdbc.sql("update intake.connectors set paused_by = :by, paused_at = :now where id = :id and paused_by is null").param("by", by)
                .param("now", at(time.now())).param("id", connector).update() == 1;
    }

    /** @return whether this changed anything */
    public boolean resume(String connector) {
        return jdbc.sql("update intake.connectors set paused_by = null, paused_at = null where id = :id and paused_by is not null")
                .param("id", connector).update() == 1;
    }

    public Optional<Health> find(String connector) {
        return jdbc.sql("""
                select id, rows_read, rows_written, rows_rejected, rate, waiting, lag_seconds, looked_at, succeeded_at, failed_at, failure, paused_by, extra,
                    columns::text, found::text
                from intake.connectors where id = :id
                """).param("id", connector).query(ConnectorStore::health).optional();
    }

    private static Health health(ResultSet row, int number) throws SQLException {
        Array extra = row.getArray("extra");
        String found = row.getString("found");
        return new Health(row.getString("id"), row.getLong("rows_read"), row.getLong("rows_written"), row.getLong("rows_rejected"),
                row.getDouble("rate"), row.getLong("waiting"), Duration.ofSeconds(row.getLong("lag_seconds")), moment(row, "looked_at"),
                moment(row, "succeeded_at"), moment(row, "failed_at"), row.getString("failure"), row.getString("paused_by"),
                List.of((String[]) extra.getArray()), columns(row.getString("columns")), found == null ? null : columns(found));
    }

    private static Map<String, String> columns(@Nullable String json) {
        return json == null ? Map.of() : JSON.readValue(json, COLUMNS);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
