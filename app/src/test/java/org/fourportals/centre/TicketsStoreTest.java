package org.fourportals.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

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
import org.fourportals.centre.Ticket.Outcome;
import org.fourportals.centre.Ticket.Priority;
import org.fourportals.centre.internal.TicketStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tickets on real PostgreSQL, each operation in a transaction of its own as the desk runs it. */
class TicketsStoreTest {

    private static final String HERE = "hangzhou";
    private static final int THREADS = 20;

    private final SetClock clock = new SetClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final Centres centres = new Centres(CentresTest.CATALOGUE);
    private TransactionTemplate transaction;
    private JdbcClient jdbc;
    private Tickets tickets;
    private TakeTicket takeTicket;
    private CallNext callNext;
    private FinishTicket finishTicket;

    /** A clock that stands until it is moved. */
    private static final class SetClock extends Clock {
        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

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
        DataSource database = TestPostgres.fresh();
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        jdbc = JdbcClient.create(database);
        var time = new CityTime(clock, ZoneId.of("Asia/Shanghai"), WorkingDays.read(new BufferedReader(new StringReader(""))));
        var store = new TicketStore(jdbc);
        tickets = new Tickets(store, time);
        takeTicket = new TakeTicket(centres, store, tickets, time);
        callNext = new CallNext(centres, store, time);
        finishTicket = new FinishTicket(store, time);
    }

    private static Actor clerk(String username, String centre) {
        return new Actor.Staff(username, new Text("窗口", "Clerk"), Set.of(Role.CLERK), "civil-affairs", centre, Portal.COUNTER, null);
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

    private Ticket take(Priority priority) {
        var taken = perform(new Actor.Device("kiosk-1", HERE), takeTicket, new TakeTicket.Request(HERE, priority, null));
        return ((TakeTicket.TicketTaken) taken).ticket();
    }

    private CallNext.Called call(String clerk, int window) {
        return perform(clerk(clerk, HERE), callNext, new CallNext.Request(window));
    }

    private Ticket called(String clerk, int window) {
        return ((CallNext.TicketCalled) call(clerk, window)).ticket();
    }

    private FinishTicket.Finished finish(Ticket ticket, Outcome outcome) {
        return perform(clerk("finisher", HERE), finishTicket, new FinishTicket.Request(ticket.id(), outcome));
    }

    @Test
    void numbersTheTicketsOfACentreAndDayFromOne() {
        assertThat(take(Priority.NONE).label()).isEqualTo("A001");
        assertThat(take(Priority.ELDER).label()).isEqualTo("P002");
        var elsewhere = perform(clerk("wang", "gongshu"), takeTicket, new TakeTicket.Request("gongshu", Priority.NONE, "old-age-allowance"));
        assertThat(((TakeTicket.TicketTaken) elsewhere).ticket().label()).isEqualTo("A001");
        clock.pass(Duration.ofHours(15)); // midnight in Hangzhou is 16:00 UTC
        assertThat(take(Priority.NONE).label()).isEqualTo("A001");
    }

    @Test
    void givesEveryNumberOnceWhenManyTakeOneAtOnce() throws Exception {
        List<Ticket> taken = AtOnce.run(THREADS, n -> IntStream.range(0, 15).mapToObj(i -> take(Priority.NONE)).toList());
        assertThat(taken).extracting(Ticket::number).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, THREADS * 15).boxed().toList());
    }

    @Test
    void callsNobodyTwiceAndForgetsNobodyWhenManyClerksCallAtOnce() throws Exception {
        List<UUID> waiting = IntStream.range(0, 300).mapToObj(i -> take(i % 7 == 0 ? Priority.DISABLED : Priority.NONE).id()).toList();
        List<Ticket> called = AtOnce.run(THREADS, n -> {
            var mine = new ArrayList<Ticket>();
            while (call("clerk-" + n, n) instanceof CallNext.TicketCalled(Ticket ticket)) {
                mine.add(ticket);
                assertThat(finish(ticket, Outcome.SERVED)).isInstanceOf(FinishTicket.TicketFinished.class);
            }
            return mine;
        });
        assertThat(called).extracting(Ticket::id).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(tickets.waiting(HERE).people()).isZero();
        assertThat(jdbc.sql("select count(*) from centre.tickets where outcome = 'SERVED'").query(Integer.class).single()).isEqualTo(300);
    }

    @Test
    void callsOneTicketWhenOneWindowCallsManyTimesAtOnce() throws Exception {
        IntStream.range(0, 30).forEach(i -> take(Priority.NONE));
        List<CallNext.Called> answers = AtOnce.run(THREADS, n -> List.of(call(n % 2 == 0 ? "li" : "clerk-" + n, n % 2 == 0 ? n + 1 : 1)));
        List<Ticket> called = answers.stream().filter(CallNext.TicketCalled.class::isInstance).map(a -> ((CallNext.TicketCalled) a).ticket()).toList();
        assertThat(called).filteredOn(t -> t.window() == 1).hasSizeLessThanOrEqualTo(1);
        assertThat(called).filteredOn(t -> "li".equals(t.calledBy())).hasSizeLessThanOrEqualTo(1);
        assertThat(called).isNotEmpty();
        assertThat(answers).filteredOn(a -> !(a instanceof CallNext.TicketCalled)).allMatch(CallNext.StillServing.class::isInstance);
    }

    @Test
    void callsThoseWithPriorityEarlierButNotBeforeWhoeverHasWaitedLong() {
        Ticket long1 = take(Priority.NONE);
        clock.pass(Duration.ofMinutes(25));
        Ticket recent = take(Priority.NONE);
        clock.pass(Duration.ofMinutes(1));
        Ticket elder = take(Priority.ELDER);
        assertThat(tickets.listWaiting(HERE, 9)).extracting(Ticket::id).containsExactly(long1.id(), elder.id(), recent.id());
        assertThat(tickets.ahead(recent.id()).orElseThrow().people()).isEqualTo(2);
        assertThat(called("li", 1).id()).isEqualTo(long1.id());
        assertThat(called("zhao", 2)).satisfies(t -> {
            assertThat(t.id()).isEqualTo(elder.id());
            assertThat(t.window()).isEqualTo(2);
            assertThat(t.calledBy()).isEqualTo("zhao");
            assertThat(t.state()).isEqualTo(Ticket.State.CALLED);
        });
        assertThat(tickets.listCalled(HERE, 1)).extracting(Ticket::number).hasSize(1);
        assertThat(tickets.findServedBy("zhao")).map(Ticket::id).contains(elder.id());
        assertThat(tickets.ahead(elder.id())).isEmpty();
    }

    @Test
    void estimatesFromHowLongPeopleTookTodayAndTheWindowsThatCall() {
        assertThat(tickets.waiting(HERE)).isEqualTo(new Waiting(HERE, 0, 0, 0));
        IntStream.range(0, 10).forEach(i -> take(Priority.NONE));
        assertThat(tickets.waiting(HERE)).isEqualTo(new Waiting(HERE, 10, 80, 0));
        Ticket first = called("li", 1);
        Ticket second = called("zhao", 2);
        clock.pass(Duration.ofMinutes(4));
        finish(first, Outcome.SERVED);
        finish(second, Outcome.SERVED);
        assertThat(tickets.waiting(HERE)).isEqualTo(new Waiting(HERE, 8, 16, 2));
        clock.pass(Duration.ofHours(2));
        assertThat(tickets.waiting(HERE)).isEqualTo(new Waiting(HERE, 8, 32, 0));
    }

    @Test
    void refusesASecondTicketUntilTheFirstIsFinished() {
        take(Priority.NONE);
        take(Priority.NONE);
        Ticket first = called("li", 1);
        assertThat(call("li", 1)).isEqualTo(new CallNext.StillServing(first));
        assertThat(call("li", 2)).isEqualTo(new CallNext.StillServing(first));
        assertThat(call("zhao", 1)).isEqualTo(new CallNext.StillServing(first));
        assertThat(finish(first, Outcome.DID_NOT_COME)).isInstanceOfSatisfying(FinishTicket.TicketFinished.class,
                f -> assertThat(f.ticket().outcome()).isEqualTo(Outcome.DID_NOT_COME));
        assertThat(called("li", 1).number()).isEqualTo(2);
    }

    @Test
    void isNotHeldUpByATicketLeftOpenYesterday() {
        take(Priority.NONE);
        take(Priority.NONE);
        called("li", 1);
        clock.pass(Duration.ofDays(1));
        assertThat(call("li", 1)).isEqualTo(new CallNext.NobodyWaiting());
        Ticket today = take(Priority.NONE);
        assertThat(called("li", 1).id()).isEqualTo(today.id());
    }

    @Test
    void refusesWhoeverDoesNotStandInTheCentre() {
        var request = new TakeTicket.Request(HERE, Priority.NONE, null);
        var notHere = new TakeTicket.NotHere(HERE);
        assertThat(perform(new Actor.Device("kiosk-9", "gongshu"), takeTicket, request)).isEqualTo(notHere);
        assertThat(perform(clerk("wang", "gongshu"), takeTicket, request)).isEqualTo(notHere);
        assertThat(perform(clerk("wang", null), takeTicket, request)).isEqualTo(notHere);
        assertThat(perform(new Actor.Resident(new Subject(7), "王", Portal.WEB, null), takeTicket, request)).isEqualTo(notHere);
        assertThat(perform(new Actor.Visitor(Portal.KIOSK, null), takeTicket, request)).isEqualTo(notHere);
        assertThat(perform(new Actor.Resident(new Subject(7), "王", Portal.KIOSK, "kiosk-1"), takeTicket, request))
                .isInstanceOf(TakeTicket.TicketTaken.class);
        assertThat(perform(clerk("li", HERE), takeTicket, new TakeTicket.Request("nowhere", Priority.NONE, null)))
                .isEqualTo(new TakeTicket.NoSuchCentre("nowhere"));
        assertThat(tickets.waiting(HERE).people()).isEqualTo(1);
    }

    @Test
    void refusesWindowsThatDoNotExistAndClerksWithoutACentre() {
        take(Priority.NONE);
        for (int window : new int[] {0, -1, 61, Integer.MAX_VALUE}) {
            assertThat(call("li", window)).isEqualTo(new CallNext.NoSuchWindow(window));
        }
        assertThat(perform(clerk("li", null), callNext, new CallNext.Request(1))).isEqualTo(new CallNext.NoSuchWindow(1));
        assertThat(perform(clerk("li", "nowhere"), callNext, new CallNext.Request(1))).isEqualTo(new CallNext.NoSuchWindow(1));
        assertThat(perform(clerk("wang", "gongshu"), callNext, new CallNext.Request(1))).isEqualTo(new CallNext.NobodyWaiting());
    }

    @Test
    void refusesToFinishWhatWasNotCalledOrIsFinishedOrIsElsewhere() {
        Ticket waiting = take(Priority.NONE);
        assertThat(finish(waiting, Outcome.SERVED)).isEqualTo(new FinishTicket.NotCalled(waiting));
        Ticket called = called("li", 1);
        assertThat(perform(clerk("wang", "gongshu"), finishTicket, new FinishTicket.Request(called.id(), Outcome.SERVED)))
                .isEqualTo(new FinishTicket.NotFound(called.id()));
        UUID unknown = UUID.randomUUID();
        assertThat(perform(clerk("li", HERE), finishTicket, new FinishTicket.Request(unknown, Outcome.SERVED)))
                .isEqualTo(new FinishTicket.NotFound(unknown));
        finish(called, Outcome.SERVED);
        assertThat(finish(called, Outcome.DID_NOT_COME)).isInstanceOfSatisfying(FinishTicket.AlreadyFinished.class,
                a -> assertThat(a.ticket().outcome()).isEqualTo(Outcome.SERVED));
    }

    @Test
    void refusesAnAffairThatIsNoId() {
        assertThatThrownBy(() -> new TakeTicket.Request(HERE, Priority.NONE, "x".repeat(100_000))).isInstanceOf(IllegalArgumentException.class);
        var strange = perform(clerk("li", HERE), takeTicket, new TakeTicket.Request(HERE, Priority.PREGNANT, "'; drop schema centre; --"));
        Ticket ticket = ((TakeTicket.TicketTaken) strange).ticket();
        assertThat(tickets.find(ticket.id())).contains(ticket);
    }
}
