package org.fourportals.bureau.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.fourportals.base.Text;
import org.fourportals.bureau.Implementation;
import org.fourportals.bureau.Instrument;
import org.fourportals.bureau.Instrument.By;
import org.fourportals.bureau.Instrument.Version;
import org.fourportals.bureau.RuleLink;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instruments with all their versions, and how far departments are, in PostgreSQL, schema {@code bureau}. */
@Component
public class InstrumentStore {

    private static final String COLUMNS = """
            select id, kind, number, revision, title_zh, title_en, text_zh, text_en, links, stage, drafted_by, drafted_at, returned, reviewed_by, reviewed_at,
                approved_by, approved_at, force_from, force_until, end_reason
            from bureau.instruments join bureau.instrument_versions on instrument = id
            """;
    private static final String NOTES = "select department, state, note, noted_by, noted_at from bureau.implementations where instrument = :id ";

    private final JdbcClient jdbc;

    public InstrumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID id, Instrument.Kind kind, Version version) {
    }

    /** The one changed last first. */
    public List<Instrument> list() {
        return gathered(jdbc.sql(COLUMNS + "order by drafted_at desc, number desc").query(InstrumentStore::read).list());
    }

    public Optional<Instrument> find(UUID id) {
        return gathered(jdbc.sql(COLUMNS + "where id = :id order by number desc").param("id", id).query(InstrumentStore::read).list()).stream().findFirst();
    }

    public Optional<Instrument> findForUpdate(UUID id) {
        jdbc.sql("select id from bureau.instruments where id = :id for update").param("id", id).query(UUID.class).optional();
        return find(id);
    }

    private static List<Instrument> gathered(List<Row> rows) {
        Map<UUID, Instrument> found = new LinkedHashMap<>();
        rows.forEach(row -> found.merge(row.id(), new Instrument(row.id(), row.kind(), List.of(row.version())), (known, more) -> new Instrument(known.id(), known.kind(),
                Stream.concat(known.versions().stream(), more.versions().stream()).sorted((a, b) -> b.number() - a.number()).toList())));
        return new ArrayList<>(found.values());
    }

    /** Keeps a version as it is now, and the instrument with its first. */
    public void save(UUID id, Instrument.Kind kind, Version version) {
        jdbc.sql("insert into bureau.instruments (id, kind) values (:id, :kind) on conflict do nothing").param("id", id).param("kind", kind.name()).update();
        jdbc.sql("""
                insert into bureau.instrument_versions (instrument, number, revision, title_zh, title_en, text_zh, text_en, links, stage, drafted_by, drafted_at,
                    returned, reviewed_by, reviewed_at, approved_by, approved_at, force_from, force_until, end_reason)
                values (:id, :number, :revision, :titleZh, :titleEn, :textZh, :textEn, :links, :stage, :draftedBy, :draftedAt, :returned, :reviewedBy, :reviewedAt,
                    :approvedBy, :approvedAt, :from, :until, :endReason)
                on conflict (instrument, number) do update set revision = excluded.revision, title_zh = excluded.title_zh, title_en = excluded.title_en,
                    text_zh = excluded.text_zh, text_en = excluded.text_en, links = excluded.links, stage = excluded.stage, drafted_by = excluded.drafted_by,
                    drafted_at = excluded.drafted_at, returned = excluded.returned, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at,
                    approved_by = excluded.approved_by, approved_at = excluded.approved_at, force_from = excluded.force_from, force_until = excluded.force_until,
                    end_reason = excluded.end_reason
                """).param("id", id).param("number", version.number()).param("revision", version.revision()).param("titleZh", version.words().title().zh())
                .param("titleEn", version.words().title().en()).param("textZh", version.words().text().zh()).param("textEn", version.words().text().en())
                .param("links", version.links().stream().map(RuleLink::written).toArray(String[]::new)).param("stage", version.stage().name())
                .param("draftedBy", version.drafted().who()).param("draftedAt", at(version.drafted())).param("returned", version.returned())
                .param("reviewedBy", who(version.reviewed())).param("reviewedAt", at(version.reviewed())).param("approvedBy", who(version.approved()))
                .param("approvedAt", at(version.approved())).param("from", version.from()).param("until", version.until()).param("endReason", version.endReason()).update();
    }

    private static @Nullable String who(@Nullable By by) {
        return by == null ? null : by.who();
    }

    private static @Nullable Timestamp at(@Nullable By by) {
        return by == null ? null : Timestamp.from(by.at());
    }

    public void note(UUID id, Implementation noted) {
        jdbc.sql("""
                insert into bureau.implementations (instrument, department, state, note, noted_by, noted_at) values (:id, :department, :state, :note, :by, :at)
                """).param("id", id).param("department", noted.department()).param("state", noted.state().name()).param("note", noted.note())
                .param("by", noted.notedBy()).param("at", Timestamp.from(noted.notedAt())).update();
    }

    public List<Implementation> listNotes(UUID id) {
        return jdbc.sql(NOTES + "order by noted_at desc, department").param("id", id).query((row, number) -> new Implementation(row.getString("department"),
                Implementation.State.valueOf(row.getString("state")), row.getString("note"), row.getString("noted_by"), row.getTimestamp("noted_at").toInstant())).list();
    }

    /** One a department. */
    public List<Implementation> listNewest(UUID id) {
        Map<String, Implementation> newest = new LinkedHashMap<>();
        listNotes(id).forEach(noted -> newest.putIfAbsent(noted.department(), noted));
        return newest.values().stream().sorted((a, b) -> a.department().compareTo(b.department())).toList();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        List<RuleLink> links = Stream.of((String[]) row.getArray("links").getArray()).map(RuleLink::read).flatMap(Optional::stream).toList();
        var words = new Instrument.Words(new Text(row.getString("title_zh"), row.getString("title_en")), new Text(row.getString("text_zh"), row.getString("text_en")));
        By drafted = new By(row.getString("drafted_by"), row.getTimestamp("drafted_at").toInstant());
        return new Row(row.getObject("id", UUID.class), Instrument.Kind.valueOf(row.getString("kind")), new Version(row.getInt("number"), row.getInt("revision"), words,
                links, Instrument.Stage.valueOf(row.getString("stage")), drafted, row.getString("returned"), by(row, "reviewed"), by(row, "approved"),
                row.getObject("force_from", LocalDate.class), row.getObject("force_until", LocalDate.class), row.getString("end_reason")));
    }

    private static @Nullable By by(ResultSet row, String act) throws SQLException {
        String who = row.getString(act + "_by");
        return who == null ? null : new By(who, row.getTimestamp(act + "_at").toInstant());
    }
}
