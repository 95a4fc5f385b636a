package org.fourportals.catalogue.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every text ever published, so that a case can be read by the rules it was submitted under. */
@Component
public final class VersionStore {

    private final JdbcClient sql;
    private final Clock clock;

    public VersionStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps the text; one that is kept already stays with its first moment of publication. */
    public void keep(String affair, String version, String yaml) {
        sql.sql("""
                insert into catalogue.versions (affair, version, published_at, yaml)
                values (:affair, :version, :at, :yaml)
                on conflict (affair, version) do nothing
                """)
                .param("affair", affair).param("version", version)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("yaml", yaml)
                .update();
    }

    /** The text of a version, if it was ever published. */
    public Optional<String> find(String affair, String version) {
        return sql.sql("select yaml from catalogue.versions where affair = :affair and version = :version")
                .param("affair", affair).param("version", version)
                .query(String.class).optional();
    }
}
