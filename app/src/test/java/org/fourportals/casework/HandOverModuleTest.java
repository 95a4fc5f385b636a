package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** What staff do among themselves on a case: notes, and giving it to a colleague. */
class HandOverModuleTest extends WholeCases {

    private final FoodLicence licence = new FoodLicence();

    private UUID accepted() {
        UUID id = licence.handedIn().id();
        desk.perform(staff("clerk-xihu"), TestCity.get(AcceptCase.class), new AcceptCase.Request(id, licence.seen(id).rowVersion()), UUID.randomUUID());
        return id;
    }

    private StaffOutcome handOver(Actor from, UUID id, String to, String why) {
        return desk.perform(from, TestCity.get(HandOver.class), new HandOver.Request(id, licence.seen(id).rowVersion(), to, why), UUID.randomUUID());
    }

    private StaffOutcome take(Actor staff, UUID id, boolean takeOver) {
        return desk.perform(staff, TestCity.get(TakeCase.class), new TakeCase.Request(id, takeOver));
    }

    @Test
    void theColleagueHoldsWhatWasHandedToHerUntilTheEndOfTheNextWorkingDay() {
        UUID id = accepted();
        Actor first = staff("reviewer-market");
        Actor second = staff("reviewer-market-2");
        take(first, id, false);
        assertThat(handOver(first, id, "reviewer-market-2", "  ")).isInstanceOf(StaffOutcome.ReasonNeeded.class);
        assertThat(handOver(first, id, "reviewer-market-2", "x".repeat(2_001))).isInstanceOf(StaffOutcome.ReasonNeeded.class);
        assertThat(handOver(second, id, "reviewer-market", "mine")).as("a colleague holds it").isInstanceOf(StaffOutcome.HeldBy.class);
        assertThat(handOver(first, id, "reviewer-market-2", "on leave")).isEqualTo(new StaffOutcome.Done(id, CaseState.IN_REVIEW));
        assertThat(take(first, id, false)).isInstanceOfSatisfying(StaffOutcome.HeldBy.class, held -> {
            assertThat(held.staffName()).isEqualTo("钱敏");
            assertThat(held.until()).isAfter(TestCity.clock().instant().plusSeconds(3_600));
        });
        assertThat(desk.perform(second, TestCity.get(NextCase.class), new NextCase.Request())).as("it comes first").isEqualTo(new NextCase.Given(id));
        assertThat(cases.listEvents(licence.seen(id)).getLast().detail()).containsEntry("reason", "on leave").containsEntry("colleague", "钱敏");
        assertThat(take(first, id, true)).as("she may take it over").isInstanceOf(StaffOutcome.Done.class);
    }

    @Test
    void isOnlyGivenToAColleagueWhoMayActOnItAndOnlyByThoseWhoseTurnItIs() {
        UUID id = accepted();
        Actor market = staff("reviewer-market");
        for (String nobody : new String[] {"", "reviewer-fire", "reviewer-market", "head-market", "clerk-xihu", "shen-jiaming", "' or 1=1"}) {
            assertThat(handOver(market, id, nobody, "why")).as(nobody).isInstanceOf(StaffOutcome.NotYourPart.class);
        }
        assertThat(handOver(staff("reviewer-civil"), id, "reviewer-market", "why")).as("has no part in it").isInstanceOf(StaffOutcome.NotFound.class);
        assertThat(handOver(staff("clerk-xihu"), id, "clerk-xihu-2", "why")).as("it is accepted already").isInstanceOf(StaffOutcome.NotYourPart.class);
        assertThat(handOver(staff("head-market"), id, "reviewer-market-2", "overdue")).as("the head gives it to whom she likes").isInstanceOf(StaffOutcome.Done.class);
        UUID submitted = licence.handedIn().id();
        assertThat(handOver(staff("clerk-xihu"), submitted, "clerk-xihu-2", "lunch")).isInstanceOf(StaffOutcome.Done.class);
        assertThat(desk.perform(staff("clerk-xihu"), TestCity.get(HandOver.class), new HandOver.Request(id, -1, "reviewer-market-2", "old page"), UUID.randomUUID()))
                .isInstanceOf(StaffOutcome.ChangedMeanwhile.class);
    }

    @Test
    void aNoteIsReadByStaffAndNeverByTheApplicant() {
        UUID id = licence.handedIn().id();
        Browser clerk = new Browser().signIn("clerk-xihu", "/counter");
        String address = "/counter/cases/" + id;
        assertThat(clerk.get(address).body()).contains("Leave a note for colleagues", "Hand over to a colleague", "Fang Zhiyuan");
        assertThat(clerk.post(address + "/note", "key", UUID.randomUUID().toString(), "note", " ").body()).contains("Write a note");
        assertThat(clerk.post(address + "/note", "key", UUID.randomUUID().toString(), "note", "x".repeat(2_001)).body()).contains("Write a note");
        assertThat(clerk.post(address + "/note", "key", UUID.randomUUID().toString(), "note", "Ask the <b>landlord</b>").body())
                .contains("The note is kept", "Ask the &lt;b&gt;landlord").doesNotContain("<b>landlord");
        Browser agent = new Browser().signIn("shen-jiaming", "/cases");
        assertThat(agent.get("/cases/" + id).body()).doesNotContain("landlord", "Note for staff");
        assertThat(agent.get("/api/cases/" + id).body()).contains("SUBMITTED").doesNotContain("landlord", "NOTED");
        assertThat(agent.post(address + "/note", "key", UUID.randomUUID().toString(), "note", "mine").statusCode()).isEqualTo(403);
        assertThat(desk.perform(staff("reviewer-civil"), TestCity.get(LeaveNote.class), new LeaveNote.Request(id, "x"), UUID.randomUUID())).isInstanceOf(StaffOutcome.NotFound.class);
        desk.perform(resident("shen-jiaming", Portal.WEB), TestCity.get(WithdrawCase.class), new WithdrawCase.Request(id));
        assertThat(desk.perform(staff("clerk-xihu"), TestCity.get(LeaveNote.class), new LeaveNote.Request(id, "came too late"), UUID.randomUUID()))
                .as("also on one that is over").isInstanceOf(StaffOutcome.Done.class);
    }

    @Test
    void theOfficeShowsWhereTheCaseStandsAndWhyItsDeadlineIsWhatItIs() {
        UUID id = accepted();
        Browser market = new Browser().signIn("reviewer-market", "/office");
        assertThat(market.get("/office/cases/" + id).body()).contains("Why this is the deadline", "counting begins the day after", "working days are promised", "lifecycle?case=" + id);
        assertThat(market.get("/office/cases/" + id + "?at=2020-01-01").body()).contains("It had not been handed in by that day");
        for (String nonsense : new String[] {"2026-02-31", "yesterday", "9999999-01-01", "%3Cb%3E", "2999-12-31"}) {
            assertThat(market.get("/office/cases/" + id + "?at=" + nonsense).statusCode()).as(nonsense).isEqualTo(200);
        }
        assertThat(market.get("/office/lifecycle").body()).contains("<svg", "<title id=\"lc-title\">The life of a case").doesNotContain("lc-state--here");
        assertThat(market.get("/office/lifecycle?case=" + id).body()).contains("is now: In review", "lc-state--here");
        assertThat(market.get("/office/lifecycle?case=" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(market.get("/office/lifecycle?case=x").statusCode()).isEqualTo(400);
        assertThat(new Browser().signIn("reviewer-civil", "/office").get("/office/lifecycle?case=" + id).statusCode()).as("has no part in it").isEqualTo(404);
        assertThat(new Browser().signIn("shen-jiaming", "/cases").get("/cases/" + id).body()).contains("How the time is counted", "counting began the day after", "So you have an answer by");
    }

    @Test
    void aVisitorThrowsHerDraftAway() {
        Actor visitor = new Actor.Visitor(Portal.WEB, UUID.randomUUID());
        UUID id = draft(visitor, "no-criminal-record-certificate");
        assertThat(desk.perform(visitor, TestCity.get(WithdrawCase.class), new WithdrawCase.Request(id))).isEqualTo(new WithdrawCase.Withdrawn(id));
        assertThat(cases.listMine(visitor)).isEmpty();
    }
}
