package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.casework.internal.AlarmStore;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** Who is told of a deadline, when, and how often. */
class AlarmModuleTest extends WholeCases {

    private static final Actor CLOCK = new Actor.Automatic("legal clock");

    private final FoodLicence licence = new FoodLicence();
    private final CityTime time = TestCity.get(CityTime.class);
    private final CaseStore store = TestCity.get(CaseStore.class);
    private final AlarmStore alarms = TestCity.get(AlarmStore.class);

    private CityTime in(int days) {
        return new CityTime(Clock.offset(time.clock(), Duration.ofDays(days)), time.zone(), time.workingDays());
    }

    /** As it would be so many days from now. */
    private RaiseAlarm.Outcome raise(UUID id, int days) {
        AlarmRule rule = new AlarmRule(in(days), 2, 3);
        return desk.perform(CLOCK, new RaiseAlarm(store, alarms, rule, TestCity.get(Overdue.class)), new RaiseAlarm.Request(id));
    }

    private UUID due(LocalDate deadline) {
        UUID id = licence.handedIn().id();
        store.update(licence.seen(id).due(deadline));
        return id;
    }

    private LocalDate today() {
        return time.today();
    }

    private List<CaseEvent.Type> told(UUID id) {
        return cases.listEvents(licence.seen(id)).stream().map(CaseEvent::type).filter(type -> type == CaseEvent.Type.WARNED || type == CaseEvent.Type.ESCALATED).toList();
    }

    @Test
    void warnsOnceWhenTwoWorkingDaysAreLeft() {
        UUID id = due(time.workingDays().after(today(), 3));
        assertThat(raise(id, 0)).as("three days left").isInstanceOf(RaiseAlarm.NotDue.class);
        store.update(licence.seen(id).due(time.workingDays().after(today(), 2)));
        assertThat(raise(id, 0)).isEqualTo(new RaiseAlarm.Raised(id, Alarm.WARNED));
        assertThat(raise(id, 0)).as("again").isInstanceOf(RaiseAlarm.NotDue.class);
        assertThat(raise(id, -5)).as("after the clock was set back").isInstanceOf(RaiseAlarm.NotDue.class);
        store.update(licence.seen(id).due(time.workingDays().after(today(), 1)));
        assertThat(raise(id, 0)).as("another deadline is watched anew").isEqualTo(new RaiseAlarm.Raised(id, Alarm.WARNED));
        assertThat(told(id)).containsExactly(CaseEvent.Type.WARNED, CaseEvent.Type.WARNED);
        assertThat(cases.listEvents(licence.seen(id)).getLast().detail()).containsEntry("departments", "market-regulation");
    }

    @Test
    void escalatesToTheHeadAndThreeWorkingDaysLaterToTheCity() {
        UUID id = due(today().minusDays(1));
        assertThat(raise(id, 0)).isEqualTo(new RaiseAlarm.Raised(id, Alarm.HEAD));
        assertThat(raise(id, 0)).isInstanceOf(RaiseAlarm.NotDue.class);
        int third = (int) (time.workingDays().after(today(), 3).toEpochDay() - today().toEpochDay());
        assertThat(raise(id, third - 1)).as("the head has time").isInstanceOf(RaiseAlarm.NotDue.class);
        assertThat(raise(id, third)).isEqualTo(new RaiseAlarm.Raised(id, Alarm.CITY));
        assertThat(raise(id, third + 30)).as("nobody is left to be told").isInstanceOf(RaiseAlarm.NotDue.class);
        assertThat(told(id)).containsExactly(CaseEvent.Type.ESCALATED, CaseEvent.Type.ESCALATED);
    }

    @Test
    void aClockThatJumpedLeavesTheHeadHerTimeAndAWithdrawnCaseAlone() {
        UUID id = due(today().minusDays(60));
        assertThat(raise(id, 0)).as("the head first, though it is long overdue").isEqualTo(new RaiseAlarm.Raised(id, Alarm.HEAD));
        assertThat(raise(id, 0)).isInstanceOf(RaiseAlarm.NotDue.class);
        UUID withdrawn = due(today().minusDays(1));
        desk.perform(resident("shen-jiaming", org.fourportals.base.Portal.WEB), TestCity.get(WithdrawCase.class), new WithdrawCase.Request(withdrawn));
        assertThat(raise(withdrawn, 0)).isInstanceOf(RaiseAlarm.NotDue.class);
        assertThat(raise(UUID.randomUUID(), 0)).isInstanceOf(RaiseAlarm.NotDue.class);
    }

    @Test
    void manyNodesThatLookAtOnceTellOnce() throws Exception {
        UUID id = due(today().minusDays(1));
        List<Future<RaiseAlarm.Outcome>> looked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 8; node++) {
                Callable<RaiseAlarm.Outcome> look = () -> raise(id, 0);
                looked.add(threads.submit(look));
            }
        }
        int raised = 0;
        for (Future<RaiseAlarm.Outcome> each : looked) {
            raised += each.get() instanceof RaiseAlarm.Raised ? 1 : 0;
        }
        assertThat(raised).isEqualTo(1);
        assertThat(told(id)).hasSize(1);
    }

    @Test
    void theSweepFindsWhatIsToBeToldAndNothingElse() {
        UUID near = due(today());
        UUID late = due(today().minusDays(1));
        UUID far = due(today().plusDays(40));
        assertThat(alarms.listToWatch(TestCity.get(AlarmRule.class).soon(), new UUID(0, 0), 10_000)).contains(near, late).doesNotContain(far);
        TestCity.get(DeadlineWatch.class).sweep();
        TestCity.get(DeadlineWatch.class).sweep();
        assertThat(told(near)).containsExactly(CaseEvent.Type.WARNED);
        assertThat(told(late)).containsExactly(CaseEvent.Type.ESCALATED);
        assertThat(told(far)).isEmpty();
        assertThat(alarms.listToWatch(TestCity.get(AlarmRule.class).soon(), new UUID(0, 0), 10_000)).doesNotContain(near, far);
    }

    @Test
    void isSeenByThoseWhoAreToActAndBringThemInOrder() {
        UUID id = due(today().minusDays(1));
        String number = String.valueOf(licence.seen(id).number());
        raise(id, 0);
        assertThat(new Browser().signIn("reviewer-market", "/office").get("/office/overdue").body()).contains(number, "head of department");
        Browser head = new Browser().signIn("head-market", "/office");
        assertThat(head.get("/office").body()).contains("running out or overdue");
        assertThat(head.get("/office/overdue").body()).contains(number);
        assertThat(head.get("/office/cases/" + id).body()).contains("Overdue: escalated to the head of department").doesNotContain("name=\"opinion\"");
        assertThat(new Browser().signIn("head-fire", "/office").get("/office/overdue").body()).as("not the turn of fire").doesNotContain(number);
        Browser supervisor = new Browser().signIn("supervisor", "/office");
        assertThat(supervisor.get("/office/overdue").body()).contains(number).doesNotContain("/office/cases/" + id);
        assertThat(supervisor.get("/office/cases/" + id).statusCode()).as("what is in it is not hers").isEqualTo(403);
        assertThat(new Browser().signIn("wu-haiyan", "/cases").get("/office/overdue").statusCode()).isEqualTo(403);
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + id).body()).as("who told whom is the staff's").doesNotContain("escalated to the head");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new AlarmRule(time, -1, 3)).hasMessageContaining("warn-days");
        assertThatThrownBy(() -> new AlarmRule(time, 2, 0)).hasMessageContaining("city-days");
        assertThat(new AlarmRule(time, 0, 1).next(today(), Map.of())).contains(Alarm.WARNED);
        assertThat(new AlarmRule(time, 0, 1).next(today().minusDays(1), Map.of(Alarm.HEAD, time.now().plus(Duration.ofDays(9))))).as("told in the future").isEmpty();
    }
}
