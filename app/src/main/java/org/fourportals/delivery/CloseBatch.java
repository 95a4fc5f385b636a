package org.fourportals.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.delivery.internal.BatchStore;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.MessageStore;
import org.fourportals.delivery.internal.StepStore;
import org.springframework.stereotype.Component;

/** A clerk closes the bag: all that is packed in her centre is handed to the courier in one batch. Refuses {@link NothingPacked}. */
@Component
public final class CloseBatch implements Operation<CloseBatch.Request, CloseBatch.Outcome> {

    private final DeliveryStore store;
    private final BatchStore batches;
    private final StepStore steps;
    private final MessageStore messages;
    private final CityTime time;

    CloseBatch(DeliveryStore store, BatchStore batches, StepStore steps, MessageStore messages, CityTime time) {
        this.store = store;
        this.batches = batches;
        this.steps = steps;
        this.messages = messages;
        this.time = time;
    }

    public record Request() {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Closed(UUID batch, long number, int items) implements Outcome {
    }

    public record NothingPacked() implements Outcome, Refusal {
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
        String centre = ((Actor.Staff) actor).centre();
        List<Delivery> packed = centre == null ? List.of() : store.lockPacked(centre);
        if (centre == null || packed.isEmpty()) {
            return new NothingPacked();
        }
        Batch batch = new Batch(Uuid7.next(time.clock()), batches.nextNumber(), centre, time.now(), actor.id(), packed.size());
        batches.insert(batch);
        for (Delivery delivery : packed) {
            Delivery gone = delivery.handedOver(batch.id(), time.now());
            store.update(gone);
            steps.add(gone);
        }
        messages.insert(Uuid7.next(time.clock()), MessageStore.Kind.PICK_UP, batch.id(), time.now());
        return new Closed(batch.id(), batch.number(), batch.items());
    }
}
