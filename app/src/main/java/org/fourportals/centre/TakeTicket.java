package org.fourportals.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Portal;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.centre.internal.TicketStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Someone gets a number in a centre: at a machine, signed in or not, or from the reception there. Elders from 70, pregnant and disabled
 * people are called as if they had come twenty minutes earlier. Refuses {@link TakeTicket.NoSuchCentre} and {@link TakeTicket.NotHere}.
 */
@Component
public final class TakeTicket implements Operation<TakeTicket.Request, TakeTicket.Taken> {

    /** How much earlier those with priority count as having come. */
    public static final Duration HEAD_START = Duration.ofMinutes(20);

    private static final int LONGEST_AFFAIR = 100;

    private final Centres centres;
    private final TicketStore store;
    private final Tickets tickets;
    private final CityTime time;

    public TakeTicket(Centres centres, TicketStore store, Tickets tickets, CityTime time) {
        this.centres = centres;
        this.store = store;
        this.tickets = tickets;
        this.time = time;
    }

    /** @param affair id of the affair she comes for, if she said so */
    public record Request(String centre, Ticket.Priority priority, @Nullable String affair) {
        public Request {
            if (!Ticket.Priority.SAID.contains(priority)) {
                throw new IllegalArgumentException("Nobody has a booking by saying so");
            }
            if (affair != null && affair.length() > LONGEST_AFFAIR) {
                throw new IllegalArgumentException("No affair has so long an id");
            }
        }
    }

    /** What became of it. */
    public sealed interface Taken {
    }

    /** The ticket, and who is before it when it is taken. */
    public record TicketTaken(Ticket ticket, Waiting ahead) implements Taken {
    }

    public record NoSuchCentre(String centre) implements Taken, Refusal {
    }

    /** Whoever asks does not stand in this centre: a machine or clerk of another, or somebody at home. */
    public record NotHere(String centre) implements Taken, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.DEVICE, Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Taken> results() {
        return Taken.class;
    }

    @Override
    public Taken perform(Actor actor, Request request) {
        Optional<Centre> centre = centres.find(request.centre());
        if (centre.isEmpty()) {
            return new NoSuchCentre(request.centre());
        }
        if (!standsIn(actor, request.centre())) {
            return new NotHere(request.centre());
        }
        Instant now = time.now();
        LocalDate day = time.dayOf(now);
        Ticket ticket = new Ticket(Uuid7.next(time.clock()), request.centre(), day, store.nextNumber(request.centre(), day),
                request.priority(), request.affair(), now, null, null, null, null, null);
        store.insert(ticket, request.priority() == Ticket.Priority.NONE ? now : now.minus(HEAD_START));
        return new TicketTaken(ticket, tickets.ahead(ticket));
    }

    /** The pages of a machine name its own centre for whoever signed in at it. */
    private static boolean standsIn(Actor actor, String centre) {
        return switch (actor) {
            case Actor.Device device -> device.centre().equals(centre);
            case Actor.Staff staff -> centre.equals(staff.centre());
            case Actor.Resident resident -> resident.portal() == Portal.KIOSK && resident.device() != null;
            case Actor.Visitor _, Actor.Automatic _ -> false;
        };
    }
}
