package org.fourportals.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.certificate.internal.CertificatePdf;
import org.fourportals.certificate.internal.CityKeys;
import org.fourportals.identity.SubjectVault;
import org.springframework.stereotype.Component;

/** The certificates issued: found by their case, verified by anybody, printed. Who may have a case's certificate is for the caller to know. */
@Component
public class Certificates {

    private final CertificateStore store;
    private final CityKeys keys;
    private final CertificatePdf pdf;
    private final AuditLog audit;
    private final CityTime time;

    Certificates(CertificateStore store, CityKeys keys, CertificatePdf pdf, AuditLog audit, CityTime time) {
        this.store = store;
        this.keys = keys;
        this.pdf = pdf;
        this.audit = audit;
        this.time = time;
    }

    /** What this case has issued; there since the moment it was granted. */
    public Optional<Certificate> findByCase(UUID caseId) {
        return store.findByCase(caseId).map(CertificateStore.Stored::certificate);
    }

    /** Whether a paper is true, by the code printed on it as somebody typed or scanned it. */
    public Verification verify(String typed) {
        Optional<CertificateStore.Stored> found = VerificationCode.parse(typed).flatMap(this::findReadable);
        if (found.isEmpty()) {
            return new Verification.Unknown();
        }
        CertificateStore.Stored stored = found.get();
        Certificate certificate = stored.certificate();
        Statement says = certificate.statement();
        LocalDate until = says.validUntil();
        if (certificate.revokedAt() != null) {
            return new Verification.Revoked(says.number(), says.title(), certificate.revokedAt());
        }
        if (until != null && until.isBefore(time.today())) {
            return new Verification.Expired(says.number(), says.title(), until);
        }
        boolean signed = keys.verify(stored.key(), CertificateStore.signingInput(stored.key(), stored.signed()), stored.signature());
        return new Verification.Verified(says.number(), says.title(), says.affairName(), says.department(),
                says.publicName() ? says.holder() : HolderName.masked(says.holder()), says.issued(), until, signed);
    }

    /** The certificate on one page of A4, Chinese and English together. @param publicBaseUrl the city's address, without a last slash */
    public byte[] pdf(Actor actor, Certificate certificate, String publicBaseUrl) {
        audit.recordAct(actor, "PrintCertificate", certificate.caseId(), certificate.statement().number());
        return pdf.draw(certificate, new VerificationCode(certificate.statement().code()).grouped(),
                publicBaseUrl + certificate.verificationPath());
    }

    /** A public key of the city. @param keyId `kid` in an attestation's header @param x of its JWK (type OKP, curve Ed25519) */
    public record PublicKey(String keyId, String x) {
    }

    /** All public keys that ever signed, with which attestations are verified without asking us. */
    public List<PublicKey> publicKeys() {
        return keys.listPublic().stream().map(key -> new PublicKey("" + key.id(), key.x())).toList();
    }

    /** What was erased is to a stranger as if it had never been. */
    private Optional<CertificateStore.Stored> findReadable(VerificationCode code) {
        try {
            return store.findByCode(code);
        } catch (SubjectVault.ErasedException e) {
            return Optional.empty();
        }
    }
}
