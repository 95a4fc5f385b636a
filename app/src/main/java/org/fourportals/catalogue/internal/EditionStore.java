package org.fourportals.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.Actor;
import org.fourportals.catalogue.AffairDraft;
import org.fourportals.catalogue.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was published from when on, by whom and why. Nothing is ever taken out of it. */
@Component
public final class EditionStore {

    private final JdbcClient sql;

    public EditionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Who wrote a text, for the history. */
    public record Author(String id, String name) {

        public static Author of(AffairDraft draft) {
            return new Author(draft.editor(), draft.editorName());
        }

        public static Author of(Actor actor) {
            return new Author(actor.id(), actor.name());
        }
    }

    /** Adds an edition of a text that is kept already. */
    public void add(String affair, String version, LocalDate from, Author author, Actor publisher, String why, Instant at) {
        sql.sql("""
                insert into catalogue.editions (affair, version, in_force_from, published_at, publisher, publisher_name, editor, editor_name, why)
                values (:affair, :version, :from, :at, :publisher, :publisherName, :editor, :editorName, :why)
                """).param("affair", affair).param("version", version).param("from", from).param("at", at.atOffset(ZoneOffset.UTC))
                .param("publisher", publisher.id()).param("publisherName", publisher.name()).param("editor", author.id())
                .param("editorName", author.name()).param("why", why).update();
    }

    /** Calls off an edition whose day has not come; false if there is none or it has come. */
    public boolean withdraw(long number, LocalDate today, Actor actor, Instant at) {
        return sql.sql("""
                update catalogue.editions set withdrawn_at = :at, withdrawn_by = :actor
                where number = :number and in_force_from > :today and withdrawn_at is null
                """).param("at", at.atOffset(ZoneOffset.UTC)).param("actor", actor.id()).param("number", number).param("today", today).update() == 1;
    }

    /** All editions of an affair, the newest first. */
    public List<Edition> list(String affair) {
        return sql.sql("select * from catalogue.editions where affair = :affair order by number desc").param("affair", affair)
                .query(EditionStore::edition).list();
    }

    /** Editions whose day has not come, over all affairs, the next first. */
    public List<Edition> listComing(LocalDate today) {
        return sql.sql("""
                select * from catalogue.editions where in_force_from > :today and withdrawn_at is null order by in_force_from, number
                """).param("today", today).query(EditionStore::edition).list();
    }

    /** The version that will be in force on a day, as far as editors decided. */
    public Optional<String> findVersion(String affair, LocalDate day) {
        return sql.sql("""
                select version from catalogue.editions where affair = :affair and in_force_from <= :day and withdrawn_at is null
                order by in_force_from desc, number desc limit 1
                """).param("affair", affair).param("day", day).query(String.class).optional();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Edition(row.getLong("number"), row.getString("affair"), row.getString("version"),
                row.getObject("in_force_from", LocalDate.class), row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getString("publisher_name"), row.getString("editor_name"), row.getString("why"),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
