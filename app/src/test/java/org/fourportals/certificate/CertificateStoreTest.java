package org.fourportals.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.pool.Pool;
import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class CertificateStoreTest {

    private static final Actor.Staff REVIEWER = staff("public-security");

    @TempDir
    private Path folder;
    private CertificateRooms rooms;
    private Certificates certificates;
    private final UUID caseId = UUID.randomUUID();

    @BeforeEach
    void open() throws Exception {
        rooms = CertificateRooms.open(folder);
        certificates = rooms.get(Certificates.class);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @Test
    void aGrantedCaseHasItsCertificate() throws Exception {
        grant(Map.of());
        Statement says = certificate().statement();
        assertThat(says.number()).matches("Z26-0000-0001-[0-9A-Z*]");
        assertThat(says.code()).matches("[0-9A-HJKMNP-TV-Z]{28}");
        assertThat(says.holder()).isEqualTo("王小芳");
        assertThat(says.title().en()).isEqualTo("Renewed Zhejiang residence permit");
        assertThat(says.issued()).as("the day in the city's zone").isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(says.validUntil()).isEqualTo(LocalDate.of(2027, 11, 21));
        assertThat(says.laws()).containsExactly(new Text("居住证暂行条例", "Interim Regulations on Residence Permits"));
        assertThat(says.shown()).containsExactly(new Statement.Shown(new Text("证号", "Permit number"), new Text("P-1", "P-1")),
                new Statement.Shown(new Text("户籍地", "Registered in"), new Text("外省", "Another province")),
                new Statement.Shown(new Text("居住起始", "Living here since"), new Text("2024年2月29日", "2024-02-29")));
    }

    @Test
    void aGrantThatIsRolledBackLeavesNothing() throws Exception {
        rooms.grant(rooms.granted(caseId, "王小芳", Map.of()), false);
        assertThat(certificates.findByCase(caseId)).isEmpty();
        assertThat(pooled()).isEmpty();
    }

    @Test
    void refusesAGrantOutsideATransaction() {
        assertThatThrownBy(() -> rooms.publish(rooms.granted(caseId, "王小芳", Map.of()))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCaseGrantedTwiceHasOneCertificate() throws Exception {
        grant(Map.of());
        Certificate first = certificate();
        grant(Map.of());
        assertThat(certificate()).isEqualTo(first);
    }

    @Test
    void aStrangerVerifiesThePaperByItsCodeHoweverTyped() throws Exception {
        grant(Map.of());
        String code = certificate().statement().code();
        Verification verified = certificates.verify(code);
        assertThat(verified).isEqualTo(new Verification.Verified(certificate().statement().number(), certificate().statement().title(),
                certificate().statement().affairName(), certificate().statement().department(), "王*芳", LocalDate.of(2026, 11, 21),
                LocalDate.of(2027, 11, 21), true));
        assertThat(certificates.verify(new VerificationCode(code).grouped().toLowerCase().replace('0', 'o').replace('1', 'l'))).isEqualTo(verified);
    }

    @Test
    void knowsNoCodeThatWasNotIssued() throws Exception {
        grant(Map.of());
        String code = certificate().statement().code();
        for (String wrong : List.of("", "x", code.substring(1), code + "0", code.replace(code.charAt(0), code.charAt(0) == '7' ? '8' : '7'),
                "'; drop table certificate.certificates; --", "\u0000", "𠮷".repeat(28), "9".repeat(100_000))) {
            assertThat(certificates.verify(wrong)).isEqualTo(new Verification.Unknown());
        }
    }

    @Test
    void expiresOnTheDayAfterItsLast() throws Exception {
        grant(Map.of());
        rooms.setTime(Instant.parse("2027-11-21T15:59:00Z"));
        assertThat(certificates.verify(certificate().statement().code())).isInstanceOf(Verification.Verified.class);
        rooms.setTime(Instant.parse("2027-11-21T16:01:00Z"));
        assertThat(certificates.verify(certificate().statement().code()))
                .isEqualTo(new Verification.Expired(certificate().statement().number(), certificate().statement().title(), LocalDate.of(2027, 11, 21)));
    }

    @Test
    void noticesThatWhatIsKeptIsNotWhatWasSigned() throws Exception {
        grant(Map.of());
        String code = certificate().statement().code();
        rooms.get(JdbcClient.class).sql("update certificate.certificates set signature = overlay(signature placing '\\x00'::bytea from 5)").update();
        assertThat(certificates.verify(code)).isInstanceOfSatisfying(Verification.Verified.class, v -> assertThat(v.signatureOk()).isFalse());
    }

    @Test
    void anybodyVerifiesTheAttestationWithThePublicKeyAlone() throws Exception {
        grant(Map.of());
        String[] parts = certificate().attestation().split("\\.");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)).contains("\"alg\":\"EdDSA\"", "\"kid\":\""
                + certificates.publicKeys().getFirst().keyId() + "\"");
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)).contains("王小芳", certificate().statement().number());
        byte[] raw = Base64.getUrlDecoder().decode(certificates.publicKeys().getFirst().x());
        byte[] encoded = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }

    @Test
    void theDatabaseHoldsNothingReadable() throws Exception {
        grant(Map.of());
        String rows = rooms.get(JdbcClient.class).sql("""
                select string_agg(c::text || encode(c.content, 'escape') || encode(c.result_record, 'escape'), '') from certificate.certificates c
                """).query(String.class).single();
        assertThat(rows).doesNotContain("王小芳", "P-1", certificate().statement().code(), CertificateRooms.validId());
    }

    @Test
    void theResultIsInThePoolForTheNextAffair() throws Exception {
        grant(Map.of());
        PoolRecord result = pooled().getFirst();
        assertThat(result.text("permitNo")).isEqualTo("P-1");
        assertThat(result.text("residentId")).isEqualTo(CertificateRooms.validId());
        assertThat(result.date("issueDate")).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(result.date("expiryDate")).isEqualTo(LocalDate.of(2027, 11, 21));
        assertThat(result.find("pointsTotal")).contains(org.fourportals.pool.Value.of(7));
        assertThat(result.changed()).isEqualTo(CertificateRooms.NOW);
    }

    @Test
    void aResultThatWasMissedIsPooledLaterAndOnce() throws Exception {
        grant(Map.of());
        List<PoolRecord> before = pooled();
        rooms.get(JdbcClient.class).sql("update certificate.certificates set pooled_at = null").update();
        rooms.awaitPool();
        assertThat(pooled()).isEqualTo(before).hasSize(1);
        assertThat(count("pooled_at is not null")).isEqualTo(1);
    }

    @Test
    void aResultThatDoesNotFitThePoolHoldsUpNoOther() throws Exception {
        rooms.grant(rooms.granted(UUID.randomUUID(), "李四", Map.of("hukouPlace", "atlantis")), true);
        assertThat(count("pool_fault like '%hukouPlace%'")).isEqualTo(1);
        grant(Map.of());
        assertThat(pooled()).hasSize(1);
    }

    @Test
    void anErasedHolderIsUnknownToStrangersAndHoldsUpNobody() throws Exception {
        grant(Map.of());
        String code = certificate().statement().code();
        rooms.get(JdbcClient.class).sql("update certificate.certificates set pooled_at = null").update();
        rooms.get(JdbcClient.class).sql("delete from identity.subject_keys").update();
        assertThat(certificates.verify(code)).isEqualTo(new Verification.Unknown());
        rooms.awaitPool();
        assertThat(count("pool_fault like '%erased%'")).isEqualTo(1);
    }

    @Test
    void revokingTellsStrangersAndTakesTheRecordBack() throws Exception {
        grant(Map.of());
        rooms.setTime(CertificateRooms.NOW.plus(Duration.ofHours(1)));
        String number = certificate().statement().number();
        assertThat(revoke(REVIEWER, "issued in error")).isEqualTo(new RevokeCertificate.Revoked(number));
        rooms.awaitPool();
        assertThat(certificates.verify(certificate().statement().code())).isEqualTo(new Verification.Revoked(number,
                certificate().statement().title(), CertificateRooms.NOW.plus(Duration.ofHours(1))));
        assertThat(pooled()).isEmpty();
        assertThat(revoke(REVIEWER, "again")).isEqualTo(new RevokeCertificate.RevokedBefore());
    }

    @Test
    void onlyTheDepartmentThatIssuedItRevokesAndSaysWhy() throws Exception {
        assertThat(revoke(REVIEWER, "x")).isEqualTo(new RevokeCertificate.NoCertificate());
        grant(Map.of());
        assertThat(revoke(staff("health"), "x")).isEqualTo(new RevokeCertificate.NotYourDepartment());
        assertThat(revoke(REVIEWER, " ")).isEqualTo(new RevokeCertificate.NoReason());
        assertThat(revoke(REVIEWER, "x".repeat(1001))).isEqualTo(new RevokeCertificate.NoReason());
        assertThat(certificate().revokedAt()).isNull();
    }

    private void grant(Map<String, String> form) throws Exception {
        rooms.grant(rooms.granted(caseId, "王小芳", form), true);
    }

    private Certificate certificate() {
        return certificates.findByCase(caseId).orElseThrow();
    }

    private List<PoolRecord> pooled() {
        return rooms.get(Pool.class).recordsOf(new SubjectId(rooms.subject().number()), Set.of("residence-permits"));
    }

    private RevokeCertificate.Result revoke(Actor actor, String reason) {
        return rooms.get(RevokeCertificate.class).perform(actor, new RevokeCertificate.Request(caseId, reason));
    }

    private long count(String condition) {
        return rooms.get(JdbcClient.class).sql("select count(*) from certificate.certificates where " + condition).query(Long.class).single();
    }

    private static Actor.Staff staff(String department) {
        return new Actor.Staff("zhao", new Text("赵", "Zhao"), Set.of(Role.REVIEWER), department, null, Portal.OFFICE, null);
    }
}
