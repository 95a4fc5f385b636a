package org.fourportals.centre;

import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.centre.internal.TicketStore;
import org.springframework.stereotype.Component;

/**
 * A clerk calls whoever is next in her centre to her window. Two clerks never get the same ticket, and neither waits for the other.
 * Refuses {@link CallNext.NoSuchWindow}, {@link CallNext.StillServing} and {@link CallNext.NobodyWaiting}.
 */
@Component
public final class CallNext implements Operation<CallNext.Request, CallNext.Called> {

    private final Centres centres;
    private final TicketStore store;
    private final CityTime time;

    public CallNext(Centres centres, TicketStore store, CityTime time) {
        this.centres = centres;
        this.store = store;
        this.time = time;
    }

    /** @param window the window of the clerk's centre at which she sits */
    public record Request(int window) {
    }

    /** What became of it. */
    public sealed interface Called {
    }

    public record TicketCalled(Ticket ticket) implements Called {
    }

    public record NobodyWaiting() implements Called, Refusal {
    }

    /** This window, or this clerk at another, has called somebody and not finished. */
    public record StillServing(Ticket ticket) implements Called, Refusal {
    }

    /** The clerk belongs to no centre, or hers has no such window. */
    public record NoSuchWindow(int window) implements Called, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK);
    }

    @Override
    public Class<Called> results() {
        return Called.class;
    }

    @Override
    public Called perform(Actor actor, Request request) {
        if (!(actor instanceof Actor.Staff clerk) || clerk.centre() == null
                || centres.find(clerk.centre()).filter(c -> c.hasWindow(request.window())).isEmpty()) {
            return new NoSuchWindow(request.window());
        }
        String centre = clerk.centre();
        store.lockWindowAndClerk(centre, request.window(), clerk.username());
        Optional<Ticket> open = store.findOpen(centre, time.today(), request.window(), clerk.username());
        if (open.isPresent()) {
            return new StillServing(open.get());
        }
        return store.callNext(centre, time.today(), request.window(), clerk.username(), time.now())
                .<Called>map(TicketCalled::new).orElseGet(NobodyWaiting::new);
    }
}
