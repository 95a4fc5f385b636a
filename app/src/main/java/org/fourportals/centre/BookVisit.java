package org.fourportals.centre;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.centre.internal.BookingStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A resident books a time in a centre, or moves one she has; a clerk does so for whoever stands before her. A time is never given to more
 * people than it holds. Refuses {@link BookVisit.NotFree}, {@link BookVisit.TooMany}, {@link BookVisit.SameTime} and {@link BookVisit.NotYours}.
 */
@Component
public final class BookVisit implements Operation<BookVisit.Request, BookVisit.Outcome> {

    private static final int LONGEST_AFFAIR = 100;

    private final Centres centres;
    private final BookingStore store;
    private final BookingRules rules;
    private final CityTime time;

    public BookVisit(Centres centres, BookingStore store, BookingRules rules, CityTime time) {
        this.centres = centres;
        this.store = store;
        this.rules = rules;
        this.time = time;
    }

    /** @param instead the booking that is moved; null for a new one */
    public record Request(String centre, LocalDate day, LocalTime begins, @Nullable String affair, @Nullable UUID instead) {
        public Request {
            if (affair != null && affair.length() > LONGEST_AFFAIR) {
                throw new IllegalArgumentException("No affair has so long an id");
            }
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Booked(Booking booking) implements Outcome {
    }

    /** Full meanwhile, gone by, or no time of this centre. */
    public record NotFree() implements Outcome, Refusal {
    }

    /** She has as many open as one may have. */
    public record TooMany(int most) implements Outcome, Refusal {
    }

    /** She is expected at this time already, here or elsewhere. */
    public record SameTime() implements Outcome, Refusal {
    }

    /** What she would move is not hers, or was cancelled or used. */
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
        Optional<Subject> subject = Bookings.whose(actor);
        Optional<Centre> centre = centres.find(request.centre());
        if (subject.isEmpty()) {
            return new NotYours();
        }
        if (centre.isEmpty() || !rules.mayBook(centre.get(), request.day(), request.begins())) {
            return new NotFree();
        }
        if (request.instead() != null) {
            store.lockMoves();
        }
        store.lock(subject.get());
        var open = store.listOf(subject.get(), time.today()).stream().filter(rules::isAwaited).filter(b -> !b.id().equals(request.instead())).toList();
        if (open.stream().anyMatch(b -> b.day().equals(request.day()) && b.begins().equals(request.begins()))) {
            return new SameTime();
        }
        if (open.size() >= BookingRules.MOST_OPEN) {
            return new TooMany(BookingRules.MOST_OPEN);
        }
        if (request.instead() != null && !release(subject.get(), request.instead())) {
            return new NotYours();
        }
        if (!store.take(request.centre(), request.day(), request.begins(), rules.capacity(centre.get()))) {
            return new NotFree();
        }
        var booking = new Booking(Uuid7.next(time.clock()), subject.get(), request.centre(), request.day(), request.begins(), request.affair(),
                time.now(), null, null);
        store.insert(booking);
        return new Booked(booking);
    }

    private boolean release(Subject subject, UUID id) {
        Optional<Booking> before = store.findForUpdate(id).filter(b -> b.subject().equals(subject) && b.isOpen());
        before.ifPresent(booking -> store.cancel(booking, time.now()));
        return before.isPresent();
    }
}
