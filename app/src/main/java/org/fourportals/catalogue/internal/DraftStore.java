package org.fourportals.catalogue.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.fourportals.base.Actor;
import org.fourportals.catalogue.AffairDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drafts of affairs, each with all texts that were ever saved of it. */
@Component
public final class DraftStore {

    private final JdbcClient sql;

    public DraftStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<AffairDraft> find(String affair) {
        return sql.sql("""
                select s.* from catalogue.drafts d join catalogue.draft_saves s on s.affair = d.affair and s.revision = d.revision
                where d.affair = :affair and d.open
                """).param("affair", affair).query(DraftStore::draft).optional();
    }

    /** All open drafts. */
    public List<AffairDraft> list() {
        return sql.sql("""
                select s.* from catalogue.drafts d join catalogue.draft_saves s on s.affair = d.affair and s.revision = d.revision
                where d.open order by s.saved_at desc
                """).query(DraftStore::draft).list();
    }

    /** Every text saved of an affair, the newest first, at most so many. */
    public List<AffairDraft> listSaves(String affair, int most) {
        return sql.sql("select * from catalogue.draft_saves where affair = :affair order by revision desc limit :most")
                .param("affair", affair).param("most", most).query(DraftStore::draft).list();
    }

    /** The last revision of the affair's drafts, open or not; 0 where it never had one. */
    public int revision(String affair) {
        return sql.sql("select revision from catalogue.drafts where affair = :affair").param("affair", affair)
                .query(Integer.class).optional().orElse(0);
    }

    /** Moves on from the revision somebody began with; false if it has moved on already. The row stays locked until the act ends. */
    public boolean advance(String affair, int from, boolean open) {
        return from == 0
                ? sql.sql("insert into catalogue.drafts (affair, revision, open) values (:affair, 1, :open) on conflict do nothing")
                        .param("affair", affair).param("open", open).update() == 1
                : sql.sql("update catalogue.drafts set revision = revision + 1, open = :open where affair = :affair and revision = :from")
                        .param("affair", affair).param("open", open).param("from", from).update() == 1;
    }

    /** Keeps the text of a revision. */
    public void keep(String affair, int revision, @Nullable String basedOn, String text, String note, Actor editor, Instant at) {
        sql.sql("""
                insert into catalogue.draft_saves (affair, revision, based_on, yaml, note, editor, editor_name, saved_at)
                values (:affair, :revision, :basedOn, :yaml, :note, :editor, :name, :at)
                """).param("affair", affair).param("revision", revision).param("basedOn", basedOn).param("yaml", text).param("note", note)
                .param("editor", editor.id()).param("name", editor.name()).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private static AffairDraft draft(ResultSet row, int number) throws SQLException {
        return new AffairDraft(row.getString("affair"), row.getInt("revision"), row.getString("based_on"), row.getString("yaml"),
                row.getString("note"), row.getString("editor"), row.getString("editor_name"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
