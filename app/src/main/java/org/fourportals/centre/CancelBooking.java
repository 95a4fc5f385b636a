package org.fourportals.centre;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.centre.internal.BookingStore;
import org.springframework.stereotype.Component;

/** A booking is given back, and somebody else may have the time. Refuses {@link CancelBooking.NotYours}. */
@Component
public final class CancelBooking implements Operation<CancelBooking.Request, CancelBooking.Outcome> {

    private final BookingStore store;
    private final CityTime time;

    public CancelBooking(BookingStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    public record Request(UUID booking) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Cancelled(Booking booking) implements Outcome {
    }

    /** No such booking of hers that is still open. */
    public record NotYours() implements Outcome, Refusal {
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
        Optional<Booking> open = Bookings.whose(actor).flatMap(subject ->
                store.findForUpdate(request.booking()).filter(b -> b.subject().equals(subject) && b.isOpen()));
        if (open.isEmpty()) {
            return new NotYours();
        }
        store.cancel(open.get(), time.now());
        return new Cancelled(open.get());
    }
}
