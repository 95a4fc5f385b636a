package org.fourportals.delivery;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.delivery.internal.DeliveryStore;
import org.fourportals.delivery.internal.MessageStore;
import org.fourportals.delivery.internal.StepStore;
import org.springframework.stereotype.Component;

/**
 * A clerk has printed the paper and put it into its envelope: for a courier, who is told that it comes, or set aside under a code of six digits. Only in
 * the centre it was ordered from. Refuses {@link NotWaiting}.
 */
@Component
public final class PackPaper implements Operation<PackPaper.Request, PackPaper.Outcome> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final DeliveryStore store;
    private final StepStore steps;
    private final MessageStore messages;
    private final CityTime time;

    PackPaper(DeliveryStore store, StepStore steps, MessageStore messages, CityTime time) {
        this.store = store;
        this.steps = steps;
        this.messages = messages;
        this.time = time;
    }

    public record Request(UUID delivery) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Packed(UUID delivery, Way way) implements Outcome {
    }

    /** There is no such order at this centre, or it was packed or cancelled meanwhile. */
    public record NotWaiting() implements Outcome, Refusal {
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
        Optional<Delivery> found = store.findForUpdate(request.delivery())
                .filter(d -> d.centre().equals(((Actor.Staff) actor).centre()) && d.state() == DeliveryState.ORDERED);
        if (found.isEmpty()) {
            return new NotWaiting();
        }
        Delivery order = found.get();
        Delivery packed = order.way() == Way.COURIER ? order.in(DeliveryState.PACKED, time.now()) : order.ready(freeCode(order.centre()), time.now());
        store.update(packed);
        steps.add(packed);
        if (packed.way() == Way.COURIER) {
            messages.insert(Uuid7.next(time.clock()), MessageStore.Kind.ANNOUNCE, packed.id(), time.now());
        }
        return new Packed(packed.id(), packed.way());
    }

    private String freeCode(String centre) {
        while (true) {
            String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
            if (!store.isTaken(centre, code)) {
                return code;
            }
        }
    }
}
