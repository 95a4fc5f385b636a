package org.fourportals.bureau;

import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.bureau.internal.PlanStore;
import org.springframework.stereotype.Component;

/** The bureau takes a line out of the plan and says why; it stays in the books. Refuses {@link NotFound} and {@link ReasonNeeded}. */
@Component
public final class DropPlanLine implements Operation<DropPlanLine.Request, DropPlanLine.Outcome> {

    public static final int LONGEST = 1_000;

    private final PlanStore store;
    private final CityTime time;

    DropPlanLine(PlanStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    public record Request(UUID line, String reason) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Dropped(UUID line) implements Outcome {
    }

    /** There is none, or it was taken out before. */
    public record NotFound() implements Outcome, Refusal {
    }

    public record ReasonNeeded(int most) implements Outcome, Refusal {
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
    public Outcome perform(Actor actor, Request asked) {
        String reason = asked.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST) {
            return new ReasonNeeded(LONGEST);
        }
        return store.drop(asked.line(), (Actor.Staff) actor, time.today(), reason) ? new Dropped(asked.line()) : new NotFound();
    }
}
