package org.fourportals.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.StepStore;
import org.springframework.stereotype.Component;

/** A clerk hands a paper that was set aside to whoever tells its code. Refuses {@link NoSuchCode}. */
@Component
public final class HandOut implements Operation<HandOut.Request, HandOut.Outcome> {

    private final DeliveryStore store;
    private final StepStore steps;
    private final CityTime time;

    HandOut(DeliveryStore store, StepStore steps, CityTime time) {
        this.store = store;
        this.steps = steps;
        this.time = time;
    }

    /** @param code as typed */
    public record Request(String code) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record HandedOut(UUID delivery, String caseNumber) implements Outcome {
    }

    public record NoSuchCode() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        String code = request.code().replaceAll("\\s", "");
        String centre = ((Actor.Staff) actor).centre();
        Optional<Delivery> found = centre == null || !code.matches("[0-9]{6}") ? Optional.empty() : store.findReadyForUpdate(centre, code);
        if (found.isEmpty()) {
            return new NoSuchCode();
        }
        Delivery collected = found.get().in(DeliveryState.COLLECTED, time.now());
        store.update(collected);
        steps.add(collected);
        return new HandedOut(collected.id(), collected.caseNumber());
    }
}
