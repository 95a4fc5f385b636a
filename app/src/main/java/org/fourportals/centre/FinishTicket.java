package org.fourportals.centre;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.centre.internal.TicketStore;
import org.springframework.stereotype.Component;

/**
 * A clerk says that whoever was called has been served or did not come. Any clerk of the centre may, since a colleague may have left her
 * window. Refuses {@link FinishTicket.NotFound}, {@link FinishTicket.NotCalled} and {@link FinishTicket.AlreadyFinished}.
 */
@Component
public final class FinishTicket implements Operation<FinishTicket.Request, FinishTicket.Finished> {

    private final TicketStore store;
    private final CityTime time;

    public FinishTicket(TicketStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    public record Request(UUID ticket, Ticket.Outcome outcome) {
    }

    /** What became of it. */
    public sealed interface Finished {
    }

    public record TicketFinished(Ticket ticket) implements Finished {
    }

    /** No such ticket in the clerk's centre. */
    public record NotFound(UUID ticket) implements Finished, Refusal {
    }

    public record NotCalled(Ticket ticket) implements Finished, Refusal {
    }

    /** It ended before; how it ended then stands. */
    public record AlreadyFinished(Ticket ticket) implements Finished, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK);
    }

    @Override
    public Class<Finished> results() {
        return Finished.class;
    }

    @Override
    public Finished perform(Actor actor, Request request) {
        Optional<Ticket> found = actor instanceof Actor.Staff clerk
                ? store.findForUpdate(request.ticket()).filter(t -> t.centre().equals(clerk.centre())) : Optional.empty();
        if (found.isEmpty()) {
            return new NotFound(request.ticket());
        }
        return switch (found.get().state()) {
            case WAITING -> new NotCalled(found.get());
            case FINISHED -> new AlreadyFinished(found.get());
            case CALLED -> new TicketFinished(store.finish(request.ticket(), request.outcome(), time.now()));
        };
    }
}
