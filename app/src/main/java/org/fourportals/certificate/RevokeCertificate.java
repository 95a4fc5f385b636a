package org.fourportals.certificate;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.springframework.stereotype.Component;

/**
 * Revokes a certificate: whoever verifies it is told so, and the record it left in the pool is taken back. Refuses
 * {@link RevokeCertificate.NoCertificate}, {@link RevokeCertificate.NotYourDepartment}, {@link RevokeCertificate.NoReason} and
 * {@link RevokeCertificate.RevokedBefore}.
 */
@Component
public final class RevokeCertificate implements Operation<RevokeCertificate.Request, RevokeCertificate.Result> {

    private static final int LONGEST_REASON = 1000;

    private final CertificateStore store;
    private final CityTime time;

    RevokeCertificate(CertificateStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** @param reason to be kept with it, at most 1,000 characters */
    public record Request(UUID caseId, String reason) {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Revoked(String number) implements Result {
    }

    public record NoCertificate() implements Result, Refusal {
    }

    /** Only the department that issued it may revoke it. */
    public record NotYourDepartment() implements Result, Refusal {
    }

    public record NoReason() implements Result, Refusal {
    }

    public record RevokedBefore() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.REVIEWER);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        if (request.reason().isBlank() || request.reason().length() > LONGEST_REASON) {
            return new NoReason();
        }
        Optional<CertificateStore.Stored> found = store.findByCaseForUpdate(request.caseId());
        if (found.isEmpty()) {
            return new NoCertificate();
        }
        if (!(actor instanceof Actor.Staff staff) || !staff.department().equals(found.get().department())) {
            return new NotYourDepartment();
        }
        if (found.get().certificate().revokedAt() != null) {
            return new RevokedBefore();
        }
        store.revoke(found.get().certificate().id(), time.now(), actor.id(), request.reason().strip());
        return new Revoked(found.get().certificate().statement().number());
    }
}
