package org.fourportals.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Self-service machines: each is enrolled once with a key of its own, which its browser keeps as a cookie. */
@Component
public class Devices {

    /** Cookie {@code <device>.<key>}. */
    public static final String COOKIE = "device";

    private final JdbcClient jdbc;
    private final SubjectVault vault;

    Devices(JdbcClient jdbc, SubjectVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A machine in a centre. */
    public record Device(String id, String centre) {
    }

    /** Enrols a machine or gives it a new key, after which the old one is void. */
    public void enrol(String id, String centre, String key) {
        jdbc.sql("""
                insert into identity.devices (id, centre, key_hash) values (:id, :centre, :hash)
                on conflict (id) do update set centre = excluded.centre, key_hash = excluded.key_hash, revoked_at = null
                """).param("id", id).param("centre", centre).param("hash", hash(key)).update();
    }

    public void revoke(String id) {
        jdbc.sql("update identity.devices set revoked_at = now() where id = :id").param("id", id).update();
    }

    /** A machine as operators see it; `revokedAt` is null while its key is good. */
    public record Enrolled(String id, String centre, @Nullable Instant revokedAt) {
    }

    /** All machines ever enrolled, those in use first. */
    public List<Enrolled> list() {
        return jdbc.sql("select id, centre, revoked_at from identity.devices order by revoked_at is not null, centre, id")
                .query((row, n) -> new Enrolled(row.getString(1), row.getString(2),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant())).list();
    }

    /** The machine behind a request, by its cookie. */
    public Optional<Device> find(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies).filter(c -> c.getName().equals(COOKIE)).findFirst().flatMap(c -> find(c.getValue()));
    }

    /** The machine with this `<device>.<key>`, unless it was revoked. */
    public Optional<Device> find(String deviceAndKey) {
        int dot = deviceAndKey.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select id, centre from identity.devices where id = :id and key_hash = :hash and revoked_at is null
                """).param("id", deviceAndKey.substring(0, dot)).param("hash", hash(deviceAndKey.substring(dot + 1)))
                .query(Device.class).optional();
    }

    private String hash(String key) {
        return java.util.HexFormat.of().formatHex(vault.blindIndex("device-key", key));
    }
}
