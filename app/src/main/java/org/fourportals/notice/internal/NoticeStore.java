package org.fourportals.notice.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.identity.SubjectVault;
import org.fourportals.notice.Notice;
import org.fourportals.notice.NoticeKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Notices in PostgreSQL, schema {@code notice}; their words are sealed for whom they are told. */
@Component
public class NoticeStore {

    private static final TypeReference<Map<String, Text>> WORDS = new TypeReference<>() { };
    private static final String COLUMNS = "select id, recipient, kind, words, path, at, read_at from notice.notices ";

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;

    NoticeStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** @return false if she was told of this event already */
    public boolean insert(String event, Notice notice) {
        return jdbc.sql("""
                insert into notice.notices (id, event, recipient, kind, words, path, at) values (:id, :event, :recipient, :kind, :words, :path, :at)
                on conflict (event, recipient, kind) do nothing
                """).param("id", notice.id()).param("event", event).param("recipient", notice.recipient().number()).param("kind", notice.kind().name())
                .param("words", vault.seal(notice.recipient(), json.writeValueAsBytes(notice.words()))).param("path", notice.path())
                .param("at", Timestamp.from(notice.at())).update() == 1;
    }

    public Optional<Notice> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(this::read).optional();
    }

    public List<Notice> listOf(Subject recipient, int limit, int skip) {
        return jdbc.sql(COLUMNS + "where recipient = :recipient order by at desc, id desc limit :limit offset :skip").param("recipient", recipient.number())
                .param("limit", limit).param("skip", skip).query(this::read).list();
    }

    public int count(Subject recipient) {
        return jdbc.sql("select count(*) from notice.notices where recipient = :recipient").param("recipient", recipient.number()).query(Integer.class).single();
    }

    public int countUnread(Subject recipient) {
        return jdbc.sql("select count(*) from notice.notices where recipient = :recipient and read_at is null").param("recipient", recipient.number())
                .query(Integer.class).single();
    }

    public void read(Subject recipient, UUID id, Instant at) {
        jdbc.sql("update notice.notices set read_at = :at where id = :id and recipient = :recipient and read_at is null").param("at", Timestamp.from(at))
                .param("id", id).param("recipient", recipient.number()).update();
    }

    public void readAll(Subject recipient, Instant at) {
        jdbc.sql("update notice.notices set read_at = :at where recipient = :recipient and read_at is null").param("at", Timestamp.from(at))
                .param("recipient", recipient.number()).update();
    }

    private Notice read(ResultSet row, int number) throws SQLException {
        var recipient = new Subject(row.getLong("recipient"));
        Timestamp read = row.getTimestamp("read_at");
        return new Notice(row.getObject("id", UUID.class), recipient, NoticeKind.valueOf(row.getString("kind")),
                json.readValue(vault.open(recipient, row.getBytes("words")), WORDS), row.getString("path"), row.getTimestamp("at").toInstant(),
                read == null ? null : read.toInstant());
    }
}
