package org.fourportals.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.casework.internal.Worklist;
import org.springframework.stereotype.Component;

/**
 * Gives a clerk or reviewer the case with the least time left that she may handle, wherever it came in, and takes it for her; the one she holds
 * already comes first. Two who ask at once never get the same. Refuses {@link NothingWaits}.
 */
@Component
public final class NextCase implements Operation<NextCase.Request, NextCase.Outcome> {

    /** A case may turn out to be held by a colleague; after so many in a row nothing is said to wait. */
    private static final int ATTEMPTS = 20;

    private final Worklist worklist;
    private final ReviewStore reviews;

    NextCase(Worklist worklist, ReviewStore reviews) {
        this.worklist = worklist;
        this.reviews = reviews;
    }

    /** Nothing is said but that she has time. */
    public record Request() {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Given(UUID caseId) implements Outcome {
    }

    public record NothingWaits() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK, Role.REVIEWER);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Actor.Staff staff = (Actor.Staff) actor;
        Optional<UUID> held = worklist.findHeld(staff);
        if (held.isPresent()) {
            reviews.take(held.get(), staff);
            return new Given(held.get());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<UUID> next = worklist.lockNext(staff);
            if (next.isEmpty()) {
                return new NothingWaits();
            }
            if (reviews.take(next.get(), staff).staff().equals(staff.username())) {
                return new Given(next.get());
            }
        }
        return new NothingWaits();
    }
}
