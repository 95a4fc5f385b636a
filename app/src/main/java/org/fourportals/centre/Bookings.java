package org.fourportals.centre;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.centre.internal.BookingStore;
import org.springframework.stereotype.Component;

/** What residents and clerks see of bookings. */
@Component
public class Bookings {

    private final BookingStore store;
    private final BookingRules rules;
    private final CityTime time;

    public Bookings(BookingStore store, BookingRules rules, CityTime time) {
        this.store = store;
        this.rules = rules;
        this.time = time;
    }

    /** The times of a day that may be booked now, also those that are full. */
    public List<Slot> slots(Centre centre, LocalDate day) {
        Map<LocalTime, Integer> taken = store.taken(centre.id(), day);
        int capacity = rules.capacity(centre);
        return rules.begins(centre, day).stream().filter(at -> rules.mayBook(centre, day, at))
                .map(at -> new Slot(at, Math.max(0, capacity - taken.getOrDefault(at, 0)))).toList();
    }

    /** Whoever's bookings from today on, those of today also after she came; the soonest first. */
    public List<Booking> listOf(Subject subject) {
        return store.listOf(subject, time.today());
    }

    /** Her booking; empty where it is somebody else's. */
    public Optional<Booking> find(Subject subject, UUID id) {
        return store.find(id).filter(booking -> booking.subject().equals(subject));
    }

    /** Who is still expected in a centre today, the next first; not those whose half hour is over. */
    public List<Booking> listExpected(String centre, int limit) {
        return store.listExpected(centre, time.today(), rules.awaitedFrom(), limit);
    }

    /** Whose bookings somebody deals with: the resident her own, a clerk those of whoever stands before her. */
    public static Optional<Subject> whose(Actor actor) {
        return switch (actor) {
            case Actor.Resident resident -> Optional.of(resident.subject());
            case Actor.Staff staff -> Optional.ofNullable(staff.serving());
            case Actor.Visitor _, Actor.Device _, Actor.Automatic _ -> Optional.empty();
        };
    }
}
