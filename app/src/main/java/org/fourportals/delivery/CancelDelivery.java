package org.fourportals.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.casework.Cases;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.StepStore;
import org.springframework.stereotype.Component;

/** Takes an order back before it is packed, or what is set aside before it is fetched. Refuses {@link TooLate} and {@link NotFound}. */
@Component
public final class CancelDelivery implements Operation<CancelDelivery.Request, CancelDelivery.Outcome> {

    private final Cases cases;
    private final DeliveryStore store;
    private final StepStore steps;
    private final CityTime time;

    CancelDelivery(Cases cases, DeliveryStore store, StepStore steps, CityTime time) {
        this.cases = cases;
        this.store = store;
        this.steps = steps;
        this.time = time;
    }

    public record Request(UUID delivery) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Cancelled(UUID caseId) implements Outcome {
    }

    /** It is packed or gone. */
    public record TooLate() implements Outcome, Refusal {
    }

    public record NotFound() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Optional<Delivery> found = store.findForUpdate(request.delivery())
                .filter(d -> cases.find(actor, d.caseId()).filter(c -> cases.mayActAsApplicant(actor, c)).isPresent());
        if (found.isEmpty()) {
            return new NotFound();
        }
        Delivery delivery = found.get();
        if (delivery.state() != DeliveryState.ORDERED && delivery.state() != DeliveryState.READY) {
            return new TooLate();
        }
        Delivery cancelled = delivery.in(DeliveryState.CANCELLED, time.now());
        store.update(cancelled);
        steps.add(cancelled);
        return new Cancelled(delivery.caseId());
    }
}
