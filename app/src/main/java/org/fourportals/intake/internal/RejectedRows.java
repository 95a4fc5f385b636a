package org.fourportals.intake.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.identity.SubjectVault;
import org.fourportals.intake.Reason;
import org.fourportals.intake.RejectedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rows that could not be taken, each once by where it stands, with the row itself sealed; kept for ninety days after it was last seen. A row
 * whose record arrives right, in the same or a later version, is marked so.
 */
@Component
public class RejectedRows {

    static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST_KEPT = 64 << 10;

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final CityTime time;

    RejectedRows(JdbcClient jdbc, SubjectVault vault, CityTime time) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.time = time;
    }

    /** @param subject under whose key the row is sealed; 0 where it is nobody known */
    public void keep(String connector, Batch batch, RowMapping.Refused refused, long subject) {
        String content = KeptRows.content(refused.row());
        boolean whole = content.length() <= LONGEST_KEPT;
        byte[] kept = (whole ? content : content.substring(0, LONGEST_KEPT)).getBytes(StandardCharsets.UTF_8);
        jdbc.sql("""
                insert into intake.rejected_rows (id, connector, source, delivery, position, reason, arguments, record_key, version, subject, form, sealed, first_seen, last_seen)
                values (:id, :connector, :source, :delivery, :position, :reason, :arguments, :key, :version, :subject, :form, :sealed, :now, :now)
                on conflict (connector, source, delivery, position) do update set reason = excluded.reason, arguments = excluded.arguments,
                    record_key = excluded.record_key, version = excluded.version, subject = excluded.subject, form = excluded.form, sealed = excluded.sealed,
                    last_seen = excluded.last_seen, righted_at = null
                """).param("id", Uuid7.next(time.clock())).param("connector", connector).param("source", batch.source()).param("delivery", batch.delivery())
                .param("position", refused.row().position()).param("reason", refused.reason().word())
                .param("arguments", refused.reason().arguments().toArray(String[]::new)).param("key", key(connector, refused.id()))
                .param("version", refused.version()).param("subject", subject).param("form", whole ? KeptRows.form(refused.row()) : "raw").param("sealed", vault.seal(new Subject(subject), kept))
                .param("now", time.now().atOffset(ZoneOffset.UTC)).update();
    }

    /** Whether any row of a connector waits to come right. */
    public boolean hasOpen(String connector) {
        return jdbc.sql("select exists (select from intake.rejected_rows where connector = :connector and righted_at is null)")
                .param("connector", connector).query(Boolean.class).single();
    }

    /** The record came right in this version. */
    public void right(String connector, String recordId, long version) {
        jdbc.sql("""
                update intake.rejected_rows set righted_at = :now
                where connector = :connector and record_key = :key and righted_at is null and (version is null or version <= :version)
                """).param("now", time.now().atOffset(ZoneOffset.UTC)).param("connector", connector).param("key", key(connector, recordId))
                .param("version", version).update();
    }

    /**
     * Those of a connector, latest first.
     *
     * @param reason only those with this word; empty for all
     * @param open only those that have not come right
     */
    public List<RejectedRow> list(String connector, String reason, boolean open, int offset, int limit) {
        return jdbc.sql("""
                select id, connector, source, position, reason, arguments, first_seen, last_seen, righted_at from intake.rejected_rows
                where connector = :connector and (:reason = '' or reason = :reason) and (not :open or righted_at is null)
                order by last_seen desc, source, position offset :offset limit :limit
                """).param("connector", connector).param("reason", reason).param("open", open).param("offset", offset).param("limit", limit)
                .query(RejectedRows::row).list();
    }

    /** How many of a connector there are, by the word of their reason. */
    public List<Count> counts(String connector, boolean open) {
        return jdbc.sql("""
                select reason, count(*) as rows from intake.rejected_rows where connector = :connector and (not :open or righted_at is null)
                group by reason order by rows desc, reason
                """).param("connector", connector).param("open", open).query(Count.class).list();
    }

    /** Rows with one reason. */
    public record Count(String reason, long rows) {
    }

    @Scheduled(cron = "0 50 3 * * *")
    void forget() {
        jdbc.sql("delete from intake.rejected_rows where last_seen < :before").param("before", time.now().minus(KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private byte @Nullable [] key(String connector, @Nullable String recordId) {
        return recordId == null ? null : vault.blindIndex("intake:" + connector, recordId);
    }

    private static RejectedRow row(ResultSet row, int number) throws SQLException {
        OffsetDateTime righted = row.getObject("righted_at", OffsetDateTime.class);
        return new RejectedRow(row.getObject("id", UUID.class), row.getString("connector"), row.getString("source"), row.getLong("position"),
                new Reason(row.getString("reason"), List.of((String[]) row.getArray("arguments").getArray())),
                row.getObject("first_seen", OffsetDateTime.class).toInstant(), row.getObject("last_seen", OffsetDateTime.class).toInstant(),
                righted == null ? null : righted.toInstant());
    }
}
