package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** What the law says of a case's time: accepted when nobody says otherwise, incomplete once and completely, extended once and with a reason. */
class TimeModuleTest extends WholeCases {

    private final FoodLicence licence = new FoodLicence();
    private final CityTime time = TestCity.get(CityTime.class);

    /** As it would be so many days later. */
    private DeemAccepted deemAcceptedIn(int days) {
        return new DeemAccepted(TestCity.get(CaseStore.class), TestCity.get(Stages.class),
                new CityTime(Clock.offset(time.clock(), Duration.ofDays(days)), time.zone(), time.workingDays()));
    }

    private DeemAccepted.Outcome deem(UUID id, int days) {
        return desk.perform(new Actor.Automatic("legal clock"), deemAcceptedIn(days), new DeemAccepted.Request(id));
    }

    private int daysUntil(LocalDate day) {
        return (int) (day.toEpochDay() - time.today().toEpochDay());
    }

    @Test
    void countsAsAcceptedWhenNobodyAnsweredInFiveWorkingDays() {
        UUID id = licence.handedIn().id();
        int last = daysUntil(time.workingDays().after(time.today(), DeemAccepted.WITHIN));
        assertThat(TestCity.get(CaseStore.class).listUnaccepted(time.today())).contains(id);
        assertThat(TestCity.get(CaseStore.class).listUnaccepted(time.today().minusDays(2))).doesNotContain(id);
        assertThat(deem(id, last)).as("on the fifth day there is time").isInstanceOf(DeemAccepted.NotDue.class);
        assertThat(deem(id, last + 1)).isEqualTo(new DeemAccepted.Deemed(id));
        assertThat(deem(id, last + 1)).as("twice").isInstanceOf(DeemAccepted.NotDue.class);
        assertThat(licence.seen(id).state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + id).body()).contains("Counts as accepted, as nobody said otherwise");
        assertThat(new Browser().signIn("reviewer-market", "/office").get("/office/cases/" + id).body()).contains("Counts as accepted: five working days have passed");
        assertThat(deem(UUID.randomUUID(), 99)).isInstanceOf(DeemAccepted.NotDue.class);
    }

    @Test
    void whatIsMissingIsNamedOnce() {
        Case submitted = licence.handedIn();
        UUID id = submitted.id();
        Actor clerk = staff("clerk-xihu");
        List<String> papers = interview.progress(submitted).checklist().stream().map(line -> line.requirement().id()).toList();
        RequestSupplement ask = TestCity.get(RequestSupplement.class);
        assertThat(desk.perform(clerk, ask, new RequestSupplement.Request(id, licence.seen(id).rowVersion(), papers.subList(0, 1), "unreadable"), UUID.randomUUID()))
                .isInstanceOf(StaffOutcome.Done.class);
        TestCity.get(CaseStore.class).update(licence.seen(id).after(CaseEvent.Type.SUPPLEMENTED));
        assertThat(desk.perform(clerk, ask, new RequestSupplement.Request(id, licence.seen(id).rowVersion(), papers.subList(0, 2), "one more"), UUID.randomUUID()))
                .isEqualTo(new StaffOutcome.AskedOnce());
        assertThat(desk.perform(clerk, ask, new RequestSupplement.Request(id, licence.seen(id).rowVersion(), papers.subList(0, 1), "still unreadable"), UUID.randomUUID()))
                .isInstanceOf(StaffOutcome.Done.class);
    }

    @Test
    void isExtendedOnceByTheDepartmentWhoseTurnItIsAndSaysWhy() {
        UUID id = licence.handedIn().id();
        String address = "/office/cases/" + id;
        Browser market = new Browser().signIn("reviewer-market", "/office");
        assertThat(extend(market, id, "5", "why")).as("not accepted yet").contains("not possible");
        desk.perform(staff("clerk-xihu"), TestCity.get(AcceptCase.class), new AcceptCase.Request(id, licence.seen(id).rowVersion()), UUID.randomUUID());
        LocalDate before = licence.seen(id).deadline();
        assertThat(market.get(address).body()).contains("Take more time");
        assertThat(extend(market, id, "5", " ")).contains("Write why more time is needed");
        for (String days : List.of("", "0", "11", "-1", "five", "999999999999")) {
            assertThat(extend(market, id, days, "<b>expert</b>")).as(days).contains("Type a number from 1 to 10").doesNotContain("<b>expert");
        }
        assertThat(extend(market, id, "5", "x".repeat(2_001))).contains("2,000");
        assertThat(new Browser().signIn("reviewer-civil", "/office").get(address).statusCode()).as("has no part in it").isEqualTo(404);
        assertThat(extend(market, id, "5", "An expert has to come")).contains("Extended. The applicant sees", "Extended by 5 working days").doesNotContain("Take more time");
        assertThat(extend(market, id, "1", "again")).contains("has been extended before");
        assertThat(licence.seen(id).deadline()).isEqualTo(time.workingDays().after(before, 5));
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + id).body())
                .contains("The department takes 5 working days more", "An expert has to come", "the law allows it once");
    }

    private String extend(Browser reviewer, UUID id, String days, String why) {
        return reviewer.post("/office/cases/" + id + "/extension", "version", String.valueOf(licence.seen(id).rowVersion()), "key", UUID.randomUUID().toString(),
                "days", days, "why", why).body();
    }
}
