package org.fourportals.catalogue.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    /** A text in force by an edition. */
    public record InForce(String affair, String version, String yaml) {
    }

    /** The texts that editors put in force and that are so on this day, at most one an affair. */
    public List<InForce> listInForce(LocalDate day) {
        return sql.sql("""
                select distinct on (e.affair) e.affair, e.version, v.yaml
                from catalogue.editions e join catalogue.versions v on v.affair = e.affair and v.version = e.version
                where e.in_force_from <= :day and e.withdrawn_at is null
                order by e.affair, e.in_force_from desc, e.number desc
                """).param("day", day).query(InForce.class).list();
    }

    /** The next day after this one on which another text comes into force. */
    public Optional<LocalDate> findNextChange(LocalDate day) {
        return sql.sql("select min(in_force_from) from catalogue.editions where in_force_from > :day and withdrawn_at is null")
                .param("day", day).query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single();
    }

    /** Today by the clock that stamps publications, in UTC: for a catalogue without a city. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A version's first publication. */
    public record Kept(String version, Instant publishedAt) {
    }

    /** All texts of an affair that were ever published, the newest first. */
    public List<Kept> list(String affair) {
        return sql.sql("select version, published_at from catalogue.versions where affair = :affair order by published_at desc")
                .param("affair", affair).query((row, number) -> new Kept(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The text of a version, if it was ever published. */
    public Optional<String> find(String affair, String version) {
        return sql.sql("select yaml from catalogue.versions where affair = :affair and version = :version")
                .param("affair", affair).param("version", version)
                .query(String.class).optional();
    }
}
