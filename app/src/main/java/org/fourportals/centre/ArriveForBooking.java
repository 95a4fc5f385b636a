package org.fourportals.centre;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.centre.internal.BookingStore;
import org.fourportals.centre.internal.TicketStore;
import org.springframework.stereotype.Component;

/**
 * Whoever booked is here, and says so at a machine of the centre or to a clerk. She gets a number that is called at her time, or next if her
 * time has begun. Refuses {@link ArriveForBooking.NotYours}, {@link ArriveForBooking.TooEarly}, {@link ArriveForBooking.TooLate} and {@link ArriveForBooking.Elsewhere}.
 */
@Component
public final class ArriveForBooking implements Operation<ArriveForBooking.Request, ArriveForBooking.Arrived> {

    /** How much earlier than at her time she counts as having come, so that those waiting do not keep her. */
    static final Duration HEAD_START = Duration.ofHours(1);

    private final BookingStore bookings;
    private final TicketStore tickets;
    private final BookingRules rules;
    private final CityTime time;

    public ArriveForBooking(BookingStore bookings, TicketStore tickets, BookingRules rules, CityTime time) {
        this.bookings = bookings;
        this.tickets = tickets;
        this.rules = rules;
        this.time = time;
    }

    /** @param centre where she is: the machine's or the clerk's */
    public record Request(UUID booking, String centre) {
    }

    /** What became of it. */
    public sealed interface Arrived {
    }

    public record TicketTaken(Ticket ticket) implements Arrived {
    }

    public record NotYours() implements Arrived, Refusal {
    }

    public record TooEarly(Booking booking) implements Arrived, Refusal {
    }

    /** Her half hour is over; she takes a number like everybody. */
    public record TooLate(Booking booking) implements Arrived, Refusal {
    }

    /** It is another centre's. */
    public record Elsewhere(Booking booking) implements Arrived, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Arrived> results() {
        return Arrived.class;
    }

    @Override
    public Arrived perform(Actor actor, Request request) {
        Optional<Booking> found = Bookings.whose(actor).flatMap(subject ->
                bookings.findForUpdate(request.booking()).filter(b -> b.subject().equals(subject) && b.isOpen()));
        if (found.isEmpty() || !standsIn(actor, request.centre())) {
            return new NotYours();
        }
        Booking booking = found.get();
        if (!booking.centre().equals(request.centre())) {
            return new Elsewhere(booking);
        }
        return switch (rules.standing(booking)) {
            case AHEAD -> new TooEarly(booking);
            case MISSED -> new TooLate(booking);
            case ARRIVED -> new NotYours();
            case DUE -> new TicketTaken(takeTicket(booking));
        };
    }

    private Ticket takeTicket(Booking booking) {
        var ticket = new Ticket(Uuid7.next(time.clock()), booking.centre(), booking.day(), tickets.nextNumber(booking.centre(), booking.day()),
                Ticket.Priority.BOOKED, booking.affair(), time.now(), null, null, null, null, null);
        tickets.insert(ticket, rules.beginning(booking).minus(HEAD_START));
        bookings.arrived(booking.id(), ticket.id());
        return ticket;
    }

    private static boolean standsIn(Actor actor, String centre) {
        return actor instanceof Actor.Resident resident ? resident.device() != null
                : actor instanceof Actor.Staff clerk && centre.equals(clerk.centre());
    }
}
