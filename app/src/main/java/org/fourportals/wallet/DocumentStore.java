package org.fourportals.wallet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the wallet; names and hashes are sealed with the owner's key. */
@Component
class DocumentStore {

    private static final int HASH_BYTES = 32;

    private final JdbcClient jdbc;
    private final SubjectVault vault;

    DocumentStore(JdbcClient jdbc, SubjectVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A document and where its content lies. */
    record Kept(Document document, byte[] address) {
    }

    /** False, and nothing changed, if the same document of this owner and type is there already. */
    boolean insert(Document document, byte[] address) {
        byte[] name = document.fileName().getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(HASH_BYTES + name.length).put(HexFormat.of().parseHex(document.sha256())).put(name).array();
        return jdbc.sql("""
                insert into wallet.documents
                    (id, owner, type, kind, size, address, sealed, handed_in_at, handed_in_by, portal, case_id, valid_until)
                values (:id, :owner, :type, :kind, :size, :address, :sealed, :at, :by, :portal, :case, :validUntil)
                on conflict (owner, type, address) where withdrawn_at is null do nothing
                """).param("id", document.id().value()).param("owner", document.owner().number()).param("type", document.type())
                .param("kind", document.kind().name()).param("size", document.size()).param("address", address)
                .param("sealed", vault.seal(document.owner(), plain)).param("at", Timestamp.from(document.handedInAt()))
                .param("by", document.handedInBy()).param("portal", document.portal().name()).param("case", document.caseId())
                .param("validUntil", document.validUntil()).update() == 1;
    }

    Optional<Document> findByContent(Subject owner, String type, byte[] address) {
        return jdbc.sql("""
                select * from wallet.documents where owner = :owner and type = :type and address = :address and withdrawn_at is null
                """).param("owner", owner.number()).param("type", type).param("address", address).query(this::read).optional()
                .map(Kept::document);
    }

    Optional<Kept> find(Subject owner, DocumentId id) {
        return jdbc.sql("select * from wallet.documents where owner = :owner and id = :id")
                .param("owner", owner.number()).param("id", id.value()).query(this::read).optional();
    }

    List<Document> listKept(Subject owner) {
        return jdbc.sql("""
                select * from wallet.documents where owner = :owner and withdrawn_at is null order by handed_in_at desc, id desc
                """).param("owner", owner.number()).query(this::read).list().stream().map(Kept::document).toList();
    }

    Optional<Document> findNewest(Subject owner, String type, LocalDate today) {
        return jdbc.sql("""
                select * from wallet.documents
                where owner = :owner and type = :type and withdrawn_at is null and (valid_until is null or valid_until >= :today)
                order by handed_in_at desc, id desc limit 1
                """).param("owner", owner.number()).param("type", type).param("today", today).query(this::read).optional()
                .map(Kept::document);
    }

    boolean withdraw(Subject owner, DocumentId id, Instant at) {
        return jdbc.sql("""
                update wallet.documents set withdrawn_at = :at where owner = :owner and id = :id and withdrawn_at is null
                """).param("owner", owner.number()).param("id", id.value()).param("at", Timestamp.from(at)).update() == 1;
    }

    boolean limit(Subject owner, DocumentId id, LocalDate validUntil) {
        return jdbc.sql("update wallet.documents set valid_until = :until where owner = :owner and id = :id")
                .param("owner", owner.number()).param("id", id.value()).param("until", validUntil).update() == 1;
    }

    boolean isNamed(byte[] address) {
        return jdbc.sql("select exists (select from wallet.documents where address = :address)").param("address", address)
                .query(Boolean.class).single();
    }

    private Kept read(ResultSet row, int number) throws SQLException {
        Subject owner = new Subject(row.getLong("owner"));
        byte[] plain = vault.open(owner, row.getBytes("sealed"));
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        Document document = new Document(new DocumentId(row.getObject("id", UUID.class)), owner, row.getString("type"),
                new String(plain, HASH_BYTES, plain.length - HASH_BYTES, StandardCharsets.UTF_8), MediaKind.valueOf(row.getString("kind")),
                row.getLong("size"), HexFormat.of().formatHex(Arrays.copyOf(plain, HASH_BYTES)),
                row.getTimestamp("handed_in_at").toInstant(), row.getString("handed_in_by"), Portal.valueOf(row.getString("portal")),
                row.getObject("case_id", UUID.class), row.getObject("valid_until", LocalDate.class),
                withdrawn == null ? null : withdrawn.toInstant());
        return new Kept(document, row.getBytes("address"));
    }
}
