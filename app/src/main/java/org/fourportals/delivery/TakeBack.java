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

/**
 * A clerk takes back what the courier could not deliver, by the number on its label; then the resident may have it sent again or fetch it. Refuses
 * {@link NotOurs}.
 */
@Component
public final class TakeBack implements Operation<TakeBack.Request, TakeBack.Outcome> {

    private final DeliveryStore store;
    private final StepStore steps;
    private final CityTime time;

    TakeBack(DeliveryStore store, StepStore steps, CityTime time) {
        this.store = store;
        this.steps = steps;
        this.time = time;
    }

    /** @param item as typed or scanned */
    public record Request(String item) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record TakenBack(UUID delivery, String caseNumber) implements Outcome {
    }

    /** No such number, or it is not with the courier. */
    public record NotOurs() implements Outcome, Refusal {
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
        Optional<Delivery> found = ItemNumber.parse(request.item()).flatMap(store::findForUpdate)
                .filter(d -> d.state().isMovedByCarrier() && d.state() != DeliveryState.ORDERED && d.state() != DeliveryState.PACKED);
        if (found.isEmpty()) {
            return new NotOurs();
        }
        Delivery back = found.get().in(DeliveryState.RETURNED, time.now());
        store.update(back);
        steps.add(back);
        return new TakenBack(back.id(), back.caseNumber());
    }
}
