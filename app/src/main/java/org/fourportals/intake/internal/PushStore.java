package org.fourportals.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.fourportals.intake.PushKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Departments' keys, the numbers they used once, and the first answer to each batch. */
@Component
public class PushStore {

    private static final Duration ANSWERS_KEPT = Duration.ofDays(90);
    private static final Duration NONCES_KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final CityTime time;

    PushStore(JdbcClient jdbc, CityTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @return false if the same key is registered already */
    public boolean register(String id, String department, String name, byte[] publicKey, String by) {
        return jdbc.sql("""
                insert into intake.push_keys (id, department, name, public_key, registered_by, registered_at)
                values (:id, :department, :name, :key, :by, :now) on conflict do nothing
                """).param("id", id).param("department", department).param("name", name).param("key", publicKey).param("by", by)
                .param("now", now()).update() == 1;
    }

    /** Waits for a push under way with this key. @return false if there is none that is not revoked yet */
    public boolean revoke(String id, String by) {
        return jdbc.sql("update intake.push_keys set revoked_by = :by, revoked_at = :now where id = :id and revoked_at is null").param("by", by)
                .param("now", now()).param("id", id).update() == 1;
    }

    public List<PushKey> list(String department) {
        return jdbc.sql("""
                select id, department, name, registered_at, revoked_at from intake.push_keys where department = :department
                order by revoked_at is not null, registered_at desc, id
                """).param("department", department).query(PushStore::key).list();
    }

    /** The key (DER) of a department, unless it was revoked. */
    public Optional<byte[]> findValid(String id, String department) {
        return jdbc.sql("select public_key from intake.push_keys where id = :id and department = :department and revoked_at is null")
                .param("id", id).param("department", department).query(byte[].class).optional();
    }

    /** Keeps a key from being revoked until the transaction ends. @return whether it is still valid */
    public boolean holdValid(String id) {
        return jdbc.sql("select id from intake.push_keys where id = :id and revoked_at is null for share").param("id", id)
                .query(String.class).optional().isPresent();
    }

    /** @return false if the key used this number before */
    public boolean use(String key, String nonce) {
        return jdbc.sql("insert into intake.push_nonces (key, nonce, used_at) values (:key, :nonce, :now) on conflict do nothing")
                .param("key", key).param("nonce", nonce).param("now", now()).update() == 1;
    }

    /** What was answered to a batch, and for which content. */
    public record Answered(byte[] digest, String answer) {
    }

    public Optional<Answered> findAnswer(String connector, String batch) {
        return jdbc.sql("select digest, answer::text from intake.push_answers where connector = :connector and batch = :batch")
                .param("connector", connector).param("batch", batch).query(Answered.class).optional();
    }

    public void answer(String connector, String batch, byte[] digest, String answer) {
        jdbc.sql("insert into intake.push_answers (connector, batch, digest, answer, at) values (:connector, :batch, :digest, :answer::jsonb, :now)")
                .param("connector", connector).param("batch", batch).param("digest", digest).param("answer", answer).param("now", now()).update();
    }

    @Scheduled(cron = "0 55 3 * * *")
    void forget() {
        jdbc.sql("delete from intake.push_answers where at < :before").param("before", time.now().minus(ANSWERS_KEPT).atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("delete from intake.push_nonces where used_at < :before").param("before", time.now().minus(NONCES_KEPT).atOffset(ZoneOffset.UTC)).update();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }

    private static PushKey key(ResultSet row, int number) throws SQLException {
        Instant revoked = row.getTimestamp("revoked_at") == null ? null : row.getObject("revoked_at", OffsetDateTime.class).toInstant();
        return new PushKey(row.getString("id"), row.getString("department"), row.getString("name"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(), revoked);
    }
}
