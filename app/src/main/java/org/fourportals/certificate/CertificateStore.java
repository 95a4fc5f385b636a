package org.fourportals.certificate;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the certificates; what they state and what goes to the pool is sealed for the subject. */
@Component
class CertificateStore {

    private final JdbcClient jdbc;
    private final SubjectVault vault;
    private final JsonMapper json;

    CertificateStore(JdbcClient jdbc, SubjectVault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** A certificate and what its signature needs. @param signed the statement's JSON, byte for byte as signed */
    record Stored(Certificate certificate, String department, int key, byte[] signed, byte[] signature) {
    }

    /** What waits for the pool. @param revokedAt not null if the record is to be taken back */
    record Pending(UUID id, PoolEntry entry, @Nullable Instant revokedAt) {
    }

    long nextNumber() {
        return jdbc.sql("select nextval('certificate.numbers')").query(Long.class).single();
    }

    byte[] write(Statement statement) {
        return json.writeValueAsBytes(statement);
    }

    /** What is signed (RFC 7515): header and payload, each in base64url, joined by a dot. */
    static byte[] signingInput(int key, byte[] payload) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + key + "\"}";
        return (base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(payload)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Nothing happens if the case has its certificate already. */
    void insert(UUID id, UUID caseId, Subject subject, Statement statement, String department, int key, byte[] signed, byte[] signature,
            @Nullable PoolEntry entry, @Nullable String poolFault) {
        jdbc.sql("""
                insert into certificate.certificates (id, number, code_index, case_id, department, sealed_for, content, key, signature,
                    issued_at, valid_until, result_record, pool_fault)
                values (:id, :number, :code, :case, :department, :subject, :content, :key, :signature, :at, :until, :record, :fault)
                on conflict (case_id) do nothing
                """).param("id", id).param("number", statement.number()).param("code", codeIndex(statement.code()))
                .param("case", caseId).param("department", department).param("subject", subject.number())
                .param("content", vault.seal(subject, signed)).param("key", key).param("signature", signature)
                .param("at", Timestamp.from(statement.issuedAt())).param("until", statement.validUntil())
                .param("record", entry == null ? null : vault.seal(subject, json.writeValueAsBytes(entry)), java.sql.Types.BINARY)
                .param("fault", poolFault).update();
    }

    Optional<Stored> findByCase(UUID caseId) {
        return jdbc.sql("select * from certificate.certificates where case_id = :case").param("case", caseId).query(this::read).optional();
    }

    Optional<Stored> findByCaseForUpdate(UUID caseId) {
        return jdbc.sql("select * from certificate.certificates where case_id = :case for update").param("case", caseId)
                .query(this::read).optional();
    }

    Optional<Stored> findByCode(VerificationCode code) {
        return jdbc.sql("select * from certificate.certificates where code_index = :code").param("code", codeIndex(code.value()))
                .query(this::read).optional();
    }

    /** Its record, if it left one in the pool, waits again: to be taken back. */
    void revoke(UUID id, Instant at, String by, String why) {
        jdbc.sql("""
                update certificate.certificates set revoked_at = :at, revoked_by = :by, revoked_why = :why, pooled_at = null where id = :id
                """).param("id", id).param("at", Timestamp.from(at)).param("by", by).param("why", why).update();
    }

    /** The oldest that waits and that no other node is at, locked until the transaction ends. */
    Optional<UUID> lockPending() {
        return jdbc.sql("""
                select id from certificate.certificates
                where result_record is not null and pooled_at is null and pool_fault is null
                order by issued_at limit 1 for update skip locked
                """).query(UUID.class).optional();
    }

    Pending pending(UUID id) {
        return jdbc.sql("select sealed_for, result_record, revoked_at from certificate.certificates where id = :id").param("id", id)
                .query((row, n) -> {
                    byte[] entry = vault.open(new Subject(row.getLong("sealed_for")), row.getBytes("result_record"));
                    return new Pending(id, json.readValue(entry, PoolEntry.class), instant(row, "revoked_at"));
                }).single();
    }

    void pooled(UUID id, Instant at) {
        jdbc.sql("update certificate.certificates set pooled_at = :at where id = :id").param("id", id).param("at", Timestamp.from(at)).update();
    }

    void notPoolable(UUID id, String why) {
        jdbc.sql("update certificate.certificates set pool_fault = :why where id = :id").param("id", id).param("why", why).update();
    }

    private byte[] codeIndex(String code) {
        return vault.blindIndex("certificate-code", code);
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        Subject subject = new Subject(row.getLong("sealed_for"));
        byte[] signed = vault.open(subject, row.getBytes("content"));
        byte[] signature = row.getBytes("signature");
        int key = row.getInt("key");
        String attestation = new String(signingInput(key, signed), StandardCharsets.US_ASCII) + "." + base64(signature);
        Certificate certificate = new Certificate(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), subject,
                json.readValue(signed, Statement.class), attestation, instant(row, "revoked_at"));
        return new Stored(certificate, row.getString("department"), key, signed, signature);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
