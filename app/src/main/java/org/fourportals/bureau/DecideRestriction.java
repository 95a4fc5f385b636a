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
 * The data bureau grants or refuses that looks be kept from whom they are about. Who asked never decides. Refuses {@link NotFound},
 * {@link DecidedAlready}, {@link OwnRequest}, {@link Past} and {@link WordsNeeded}.
 */
@Component
public final class DecideRestriction implements Operation<DecideRestriction.Request, DecideRestriction.Outcome> {

    private final Restrictions restrictions;
    private final CityTime time;

    DecideRestriction(Restrictions restrictions, CityTime time) {
        this.restrictions = restrictions;
        this.time = time;
    }

    public record Request(UUID restriction, boolean grant, String words) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Decided(boolean granted) implements Outcome {
    }

    public record NotFound() implements Outcome, Refusal {
    }

    public record DecidedAlready() implements Outcome, Refusal {
    }

    public record OwnRequest() implements Outcome, Refusal {
    }

    /** Its last day has gone by; it can only be refused. */
    public record Past() implements Outcome, Refusal {
    }

    public record WordsNeeded(int most) implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Actor.Staff officer = (Actor.Staff) actor;
        Optional<Restriction> found = restrictions.findForUpdate(request.restriction());
        if (found.isEmpty()) {
            return new NotFound();
        }
        Restriction asked = found.get();
        String words = request.words().strip();
        if (!asked.isOpen()) {
            return new DecidedAlready();
        }
        if (asked.askedBy().equals(officer.username())) {
            return new OwnRequest();
        }
        if (words.isEmpty() || words.length() > AskRestriction.LONGEST) {
            return new WordsNeeded(AskRestriction.LONGEST);
        }
        if (!request.grant()) {
            restrictions.refuse(asked, officer.username(), words);
        } else if (asked.until().isBefore(time.today())) {
            return new Past();
        } else {
            restrictions.grant(asked, officer.username(), words);
        }
        return new Decided(request.grant());
    }
}
