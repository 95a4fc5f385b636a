package org.fourportals.identity;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.springframework.stereotype.Component;

/**
 * Ends a mandate at once: the principal takes it back, or the agent lays it down. Refuses {@link RevokeMandate.NotYours}. Revoking one that
 * is revoked already changes nothing.
 */
@Component
public final class RevokeMandate implements Operation<RevokeMandate.Request, RevokeMandate.Revoked> {

    private final Mandates mandates;
    private final CityTime time;

    RevokeMandate(Mandates mandates, CityTime time) {
        this.mandates = mandates;
        this.time = time;
    }

    /**
     * @param speaksFor the actor and those she represents by the registers
     */
    public record Request(UUID mandate, Set<Subject> speaksFor) {
    }

    /** What became of it. */
    public sealed interface Revoked {
    }

    public record MandateRevoked() implements Revoked {
    }

    public record NotYours() implements Revoked, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT);
    }

    @Override
    public Class<Revoked> results() {
        return Revoked.class;
    }

    @Override
    public Revoked perform(Actor actor, Request request) {
        Mandate mandate = mandates.find(request.mandate()).orElse(null);
        if (mandate == null || !request.speaksFor().contains(mandate.principal()) && !request.speaksFor().contains(mandate.agent())) {
            return new NotYours();
        }
        mandates.revoke(mandate.id(), time.now());
        return new MandateRevoked();
    }
}
