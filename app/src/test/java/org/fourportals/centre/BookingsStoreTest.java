package org.fourportals.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.fourportals.TestPostgres;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Portal;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.base.WorkingDays;
import org.fourportals.centre.internal.BookingStore;
import org.fourportals.centre.internal.TicketStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bookings on real PostgreSQL, each operation in a transaction of its own as the desk runs it. Monday, 23 November 2026, nine o'clock. */
class BookingsStoreTest {

    private static final String HERE = "hangzhou";
    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 24);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private Instant now = Instant.parse("2026-11-23T01:00:00Z");
    private final Centres centres = new Centres(CentresTest.CATALOGUE);
    private TransactionTemplate transaction;
    private BookingRules rules;
    private Bookings bookings;
    private BookVisit bookVisit;
    private CancelBooking cancelBooking;
    private ArriveForBooking arrive;
    private CallNext callNext;
    private TakeTicket takeTicket;

    private final class SetClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() throws IOException {
        var database = TestPostgres.fresh();
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var calendar = "2026-11-27 free a holiday\n2026-11-28 free a holiday\n2026-11-29 work";
        var time = new CityTime(new SetClock(), ZoneId.of("Asia/Shanghai"), WorkingDays.read(new BufferedReader(new StringReader(calendar))));
        var store = new BookingStore(JdbcClient.create(database));
        var tickets = new TicketStore(JdbcClient.create(database));
        rules = new BookingRules(time);
        bookings = new Bookings(store, rules, time);
        bookVisit = new BookVisit(centres, store, rules, time);
        cancelBooking = new CancelBooking(store, time);
        arrive = new ArriveForBooking(store, tickets, rules, time);
        callNext = new CallNext(centres, tickets, time);
        takeTicket = new TakeTicket(centres, tickets, new Tickets(tickets, time), time);
    }

    private static Actor resident(long number) {
        return new Actor.Resident(new Subject(number), "居民", Portal.KIOSK, "kiosk-1");
    }

    private static Actor clerk(String centre, @Nullable Long serving) {
        return new Actor.Staff("wang", new Text("窗口", "Clerk"), Set.of(Role.CLERK), "civil-affairs", centre, Portal.COUNTER,
                serving == null ? null : new Subject(serving));
    }

    private <Q, R> R perform(Actor actor, Operation<Q, R> operation, Q request) {
        return transaction.execute(status -> {
            R result = operation.perform(actor, request);
            if (result instanceof Refusal) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    private BookVisit.Outcome book(Actor actor, LocalDate day, LocalTime at, @Nullable UUID instead) {
        return perform(actor, bookVisit, new BookVisit.Request(HERE, day, at, "old-age-allowance", instead));
    }

    private Booking booked(Actor actor, LocalDate day, LocalTime at) {
        return ((BookVisit.Booked) book(actor, day, at, null)).booking();
    }

    private int free(LocalDate day, LocalTime at) {
        return bookings.slots(centres.get(HERE), day).stream().filter(slot -> slot.begins().equals(at)).findFirst().orElseThrow().free();
    }

    @Test
    void offersHalfHoursOfTheOpeningHoursFromAnHourAheadAndNotOnHolidays() {
        var centre = centres.get(HERE);
        assertThat(rules.days(centre)).startsWith(LocalDate.of(2026, 11, 23), TOMORROW)
                .doesNotContain(LocalDate.of(2026, 11, 27), LocalDate.of(2026, 11, 28), LocalDate.of(2026, 12, 6))
                .contains(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 12, 7)).hasSize(12);
        assertThat(bookings.slots(centre, LocalDate.of(2026, 11, 23)).getFirst().begins()).isEqualTo(TEN);
        assertThat(bookings.slots(centre, TOMORROW)).extracting(Slot::begins).startsWith(LocalTime.of(8, 30)).endsWith(LocalTime.of(17, 0)).hasSize(18);
        assertThat(bookings.slots(centre, LocalDate.of(2026, 11, 27))).isEmpty();
        assertThat(bookings.slots(centre, LocalDate.of(2026, 12, 30))).isEmpty();
        now = Instant.parse("2026-11-23T09:00:00Z");
        assertThat(rules.days(centre)).as("nothing is left of today").startsWith(TOMORROW);
    }

    @Test
    void givesATimeToNoMoreThanItHoldsWhenManyBookAtOnce() throws Exception {
        var capacity = free(TOMORROW, TEN);
        var outcomes = AtOnce.run(capacity + 10, n -> List.of(book(resident(n), TOMORROW, TEN, null)));
        assertThat(outcomes).filteredOn(BookVisit.Booked.class::isInstance).hasSize(capacity);
        assertThat(outcomes).filteredOn(BookVisit.NotFree.class::isInstance).hasSize(10);
        assertThat(free(TOMORROW, TEN)).isZero();
    }

    @Test
    void onePersonHasThreeAtMostAndNeverTwoAtATime() {
        booked(resident(1), TOMORROW, TEN);
        assertThat(book(resident(1), TOMORROW, TEN, null)).isEqualTo(new BookVisit.SameTime());
        booked(resident(1), TOMORROW, TEN.plusHours(1));
        booked(resident(1), TOMORROW, TEN.plusHours(2));
        assertThat(book(resident(1), TOMORROW, TEN.plusHours(3), null)).isEqualTo(new BookVisit.TooMany(3));
        assertThat(bookings.listOf(new Subject(1))).hasSize(3);
        assertThat(book(resident(2), TOMORROW, LocalTime.of(10, 10), null)).as("no such time").isEqualTo(new BookVisit.NotFree());
        assertThat(book(resident(2), LocalDate.of(2026, 11, 23), LocalTime.of(9, 30), null)).as("too soon").isEqualTo(new BookVisit.NotFree());
        assertThat(book(resident(2), LocalDate.of(2027, 1, 4), TEN, null)).as("too far").isEqualTo(new BookVisit.NotFree());
        assertThat(perform(resident(2), bookVisit, new BookVisit.Request("nowhere", TOMORROW, TEN, null, null))).isEqualTo(new BookVisit.NotFree());
        assertThatThrownBy(() -> new BookVisit.Request(HERE, TOMORROW, TEN, "x".repeat(101), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void movesAndCancelsAndGivesThePlaceBack() {
        var before = free(TOMORROW, TEN);
        var first = booked(resident(1), TOMORROW, TEN);
        assertThat(free(TOMORROW, TEN)).isEqualTo(before - 1);
        assertThat(book(resident(2), TOMORROW, TEN.plusHours(1), first.id())).as("somebody else's").isEqualTo(new BookVisit.NotYours());
        var moved = ((BookVisit.Booked) book(resident(1), TOMORROW, TEN.plusHours(1), first.id())).booking();
        assertThat(free(TOMORROW, TEN)).isEqualTo(before);
        assertThat(bookings.listOf(new Subject(1))).containsExactly(moved);
        assertThat(perform(resident(2), cancelBooking, new CancelBooking.Request(moved.id()))).isEqualTo(new CancelBooking.NotYours());
        assertThat(perform(resident(1), cancelBooking, new CancelBooking.Request(moved.id()))).isInstanceOf(CancelBooking.Cancelled.class);
        assertThat(perform(resident(1), cancelBooking, new CancelBooking.Request(moved.id()))).as("twice").isEqualTo(new CancelBooking.NotYours());
        assertThat(free(TOMORROW, TEN.plusHours(1))).isEqualTo(before);
        assertThat(bookings.listOf(new Subject(1))).isEmpty();
        assertThat(bookings.find(new Subject(2), first.id())).isEmpty();
    }

    @Test
    void whoBookedIsCalledAtHerTimeBeforeThoseWhoWait() {
        var booking = booked(resident(1), TOMORROW, TEN);
        assertThat(bookings.listExpected(HERE, 5)).isEmpty();
        now = Instant.parse("2026-11-24T01:20:00Z");
        assertThat(bookings.listExpected(HERE, 5)).containsExactly(booking);
        assertThat(arrive("hangzhou", booking)).isEqualTo(new ArriveForBooking.TooEarly(booking));
        now = Instant.parse("2026-11-24T01:31:00Z");
        perform(new Actor.Device("kiosk-1", HERE), takeTicket, new TakeTicket.Request(HERE, Ticket.Priority.ELDER, null));
        assertThat(arrive("gongshu", booking)).isEqualTo(new ArriveForBooking.Elsewhere(booking));
        var ticket = ((ArriveForBooking.TicketTaken) arrive(HERE, booking)).ticket();
        assertThat(ticket.label()).isEqualTo("B002");
        assertThat(arrive(HERE, booking)).as("twice").isEqualTo(new ArriveForBooking.NotYours());
        assertThat(bookings.listExpected(HERE, 5)).isEmpty();
        assertThat(perform(resident(1), cancelBooking, new CancelBooking.Request(booking.id()))).as("she is here").isEqualTo(new CancelBooking.NotYours());
        var called = (CallNext.TicketCalled) perform(clerk(HERE, null), callNext, new CallNext.Request(1));
        assertThat(called.ticket().id()).isEqualTo(ticket.id());
    }

    @Test
    void whoComesTooLateTakesANumberAndAClerkBooksAndReceivesForWhoeverSheServes() {
        var late = booked(resident(1), TOMORROW, TEN);
        var served = booked(clerk(HERE, 2L), TOMORROW, TEN.plusMinutes(30));
        assertThat(served.subject()).isEqualTo(new Subject(2));
        assertThat(book(clerk(HERE, null), TOMORROW, TEN, null)).as("serves nobody").isEqualTo(new BookVisit.NotYours());
        now = Instant.parse("2026-11-24T02:31:00Z");
        assertThat(arrive(HERE, late)).isEqualTo(new ArriveForBooking.TooLate(late));
        assertThat(perform(clerk("gongshu", 2L), arrive, new ArriveForBooking.Request(served.id(), HERE))).as("a clerk elsewhere")
                .isEqualTo(new ArriveForBooking.NotYours());
        assertThat(perform(clerk(HERE, 2L), arrive, new ArriveForBooking.Request(served.id(), HERE))).isInstanceOf(ArriveForBooking.TicketTaken.class);
        var home = new Actor.Resident(new Subject(1), "居民", Portal.WEB, null);
        assertThat(perform(home, arrive, new ArriveForBooking.Request(late.id(), HERE))).as("from home").isEqualTo(new ArriveForBooking.NotYours());
    }

    @Test
    void aMissedOneIsExpectedNoMoreAndKeepsNobodyFromBooking() {
        List<Booking> all = List.of(booked(resident(1), TOMORROW, TEN), booked(resident(1), TOMORROW, TEN.plusHours(4)), booked(resident(1), TOMORROW, TEN.plusHours(5)));
        now = Instant.parse("2026-11-24T02:30:00Z");
        assertThat(all).extracting(rules::standing).containsExactly(Booking.Standing.DUE, Booking.Standing.AHEAD, Booking.Standing.AHEAD);
        assertThat(bookings.listExpected(HERE, 5)).isEqualTo(all);
        assertThat(book(resident(1), TOMORROW, TEN.plusHours(6), null)).isEqualTo(new BookVisit.TooMany(3));
        now = now.plusSeconds(1);
        assertThat(rules.standing(all.getFirst())).isEqualTo(Booking.Standing.MISSED);
        assertThat(bookings.listExpected(HERE, 5)).isEqualTo(all.subList(1, 3));
        assertThat(book(resident(1), TOMORROW, TEN.plusHours(6), null)).isInstanceOf(BookVisit.Booked.class);
        now = Instant.parse("2026-11-24T16:10:00Z");
        assertThat(bookings.listExpected(HERE, 5)).as("ten past midnight").isEmpty();
    }

    @Test
    void twoWhoChangePlacesDoNotWaitForEachOther() throws Exception {
        var mine = new ArrayList<>(List.of(booked(resident(1), TOMORROW, TEN), booked(resident(2), TOMORROW, TEN.plusHours(1))));
        for (var round = 0; round < 20; round++) {
            var times = mine.stream().map(Booking::begins).toList();
            var moved = AtOnce.run(2, n -> List.of(book(resident(n), TOMORROW, times.get(2 - n), mine.get(n - 1).id())));
            mine.clear();
            moved.forEach(outcome -> mine.add(((BookVisit.Booked) outcome).booking()));
            mine.sort(java.util.Comparator.comparing(booking -> booking.subject().number()));
        }
        assertThat(bookings.listOf(new Subject(1))).hasSize(1);
        assertThat(bookings.listOf(new Subject(2))).hasSize(1);
    }

    private ArriveForBooking.Arrived arrive(String centre, Booking booking) {
        return perform(resident(booking.subject().number()), arrive, new ArriveForBooking.Request(booking.id(), centre));
    }
}
