package org.fourportals.bureau;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.audit.Restriction;
import org.fourportals.audit.Restrictions;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.springframework.stereotype.Component;

/**
 * The department that asked, or the data bureau, ends a restriction before its day: from then on the person concerned reads who looked. Refuses
 * {@link NotFound}, also to other departments, and {@link NotInForce}.
 */
@Component
public final class LiftRestriction implements Operation<LiftRestriction.Request, LiftRestriction.Outcome> {

    private final Restrictions restrictions;
    private final CityTime time;

    LiftRestriction(Restrictions restrictions, CityTime time) {
        this.restrictions = restrictions;
        this.time = time;
    }

    public record Request(UUID restriction) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Lifted() implements Outcome {
    }

    public record NotFound() implements Outcome, Refusal {
    }

    public record NotInForce() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.HEAD, Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Actor.Staff staff = (Actor.Staff) actor;
        Optional<Restriction> found = restrictions.findForUpdate(request.restriction())
                .filter(each -> staff.is(Role.BUREAU) || each.department().equals(staff.department()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (!found.get().holdsAt(time.now())) {
            return new NotInForce();
        }
        restrictions.lift(request.restriction());
        return new Lifted();
    }
}
