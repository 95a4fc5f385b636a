package org.fourportals.centre;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.centre.internal.TicketStore;
import org.springframework.stereotype.Component;

/** What boards, machines and clerks see of today's queues. */
@Component
public class Tickets {

    private static final double USUAL_MINUTES = 8;
    private static final double SHORTEST_MINUTES = 1;
    private static final double LONGEST_MINUTES = 60;
    private static final int PACE_OF_LAST = 20;
    private static final Duration WINDOW_IS_OPEN = Duration.ofHours(1);

    private final TicketStore store;
    private final CityTime time;

    public Tickets(TicketStore store, CityTime time) {
        this.store = store;
        this.time = time;
    }

    /** The queue of a centre now. */
    public Waiting waiting(String centre) {
        return estimate(centre, store.countWaiting(centre, time.today()));
    }

    /** How long this ticket has to wait; empty if there is no such ticket or it was called already. */
    public Optional<Waiting> ahead(UUID ticket) {
        return store.find(ticket).filter(t -> t.state() == Ticket.State.WAITING && t.day().equals(time.today()))
                .map(this::ahead);
    }

    Waiting ahead(Ticket ticket) {
        return estimate(ticket.centre(), store.countBefore(ticket));
    }

    public Optional<Ticket> find(UUID ticket) {
        return store.find(ticket);
    }

    /** Who waits in a centre, in the order of calling. */
    public List<Ticket> listWaiting(String centre, int limit) {
        return store.listWaiting(centre, time.today(), limit);
    }

    /** The latest called in a centre, for the board; finished ones too. */
    public List<Ticket> listCalled(String centre, int limit) {
        return store.listCalled(centre, time.today(), limit);
    }

    /** Whom this clerk has called today and not finished. */
    public Optional<Ticket> findServedBy(String clerk) {
        return store.findOpen("", time.today(), 0, clerk);
    }

    private Waiting estimate(String centre, int people) {
        Instant now = time.now();
        TicketStore.Pace pace = store.pace(centre, time.dayOf(now), now.minus(WINDOW_IS_OPEN), PACE_OF_LAST);
        Double seconds = pace.seconds();
        double minutes = seconds == null ? USUAL_MINUTES : Math.clamp(seconds / 60, SHORTEST_MINUTES, LONGEST_MINUTES);
        return new Waiting(centre, people, (int) Math.ceil(people * minutes / Math.max(1, pace.windows())), pace.windows());
    }
}
