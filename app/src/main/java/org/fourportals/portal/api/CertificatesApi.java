package org.fourportals.portal.api;

import java.time.Instant;
import java.time.LocalDate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.fourportals.base.Role;
import org.fourportals.base.Text;
import org.fourportals.certificate.Certificates;
import org.fourportals.certificate.Verification;
import org.fourportals.identity.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Whether a certificate is true, for everybody who is shown one. */
@RestController
@Tag(name = "Certificates")
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR})
class CertificatesApi {

    private static final int LONGEST = 64;

    private final Certificates certificates;

    CertificatesApi(Certificates certificates) {
        this.certificates = certificates;
    }

    /** What may be known of a certificate by its code; a person's name is masked. */
    record CertificateStanding(Standing standing, String number, Text title, @Nullable Text affair, @Nullable Text department, @Nullable String holder,
            @Nullable LocalDate issued, @Nullable LocalDate validUntil, @Nullable Instant revokedAt) {

        /** Whether to trust the paper. */
        enum Standing { VALID, SIGNATURE_WRONG, EXPIRED, REVOKED }
    }

    @GetMapping(path = "/api/certificates/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "verifyCertificate", summary = "Verifies a certificate by the code printed on it")
    CertificateStanding verify(@PathVariable String code) {
        if (code.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return switch (certificates.verify(code)) {
            case Verification.Verified v -> new CertificateStanding(v.signatureOk() ? CertificateStanding.Standing.VALID : CertificateStanding.Standing.SIGNATURE_WRONG, v.number(),
                    v.title(), v.affair(), v.department(), v.holder(), v.issued(), v.validUntil(), null);
            case Verification.Expired e -> new CertificateStanding(CertificateStanding.Standing.EXPIRED, e.number(), e.title(), null, null, null, null, e.validUntil(), null);
            case Verification.Revoked r -> new CertificateStanding(CertificateStanding.Standing.REVOKED, r.number(), r.title(), null, null, null, null, null, r.at());
            case Verification.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
