package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.desk.Desk;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** A refusal that is taken back. */
class ReopenModuleTest {

    private final FoodLicence licence = new FoodLicence();
    private final Desk desk = TestCity.get(Desk.class);
    private final Cases cases = TestCity.get(Cases.class);

    @Test
    void isDecidedAnewByWhoRefusedItWithTimeLeftAndTheApplicantReadsWhy() {
        UUID id = licence.refused("the kitchen is too small").id();
        TestCity.clock().advance(Duration.ofDays(2));
        assertThat(reopen("reviewer-fire", id, "not ours")).isInstanceOf(StaffOutcome.NotYourPart.class);
        assertThat(reopen("reviewer-market", id, "  ")).isInstanceOf(StaffOutcome.ReasonNeeded.class);
        assertThat(reopen("reviewer-market", id, "x".repeat(2_001))).isInstanceOf(StaffOutcome.ReasonNeeded.class);
        assertThat(reopen("reviewer-market", id, "the plan was read wrongly")).isInstanceOf(StaffOutcome.Done.class);
        assertThat(reopen("reviewer-market", id, "again")).isEqualTo(new StaffOutcome.NotNow(CaseState.IN_REVIEW));
        Case reopened = licence.seen(id);
        LegalClock.Reckoning clock = cases.clock(reopened);
        assertThat(clock.left()).isGreaterThanOrEqualTo(LegalClock.AFTER_REOPENING);
        assertThat(clock.standsStill()).isFalse();
        assertThat(reopened.deadline()).isEqualTo(clock.due());
        Browser applicant = new Browser().signIn("shen-jiaming", "/oauth2/authorization/city");
        assertThat(applicant.get("/cases/" + id).body()).contains("took its refusal back", "the plan was read wrongly", "at least 5 working days to decide anew").doesNotContain("id=\"part-download\"");
        DecideCase decide = TestCity.get(DecideCase.class);
        assertThat(desk.perform(FoodLicence.staff("reviewer-market"), decide, new DecideCase.Request(id, licence.seen(id).rowVersion(), true, ""), UUID.randomUUID()))
                .isEqualTo(new StaffOutcome.Done(id, CaseState.GRANTED));
        assertThat(applicant.get("/cases/" + id).body()).contains("id=\"part-download\"", "certificate.pdf");
    }

    @Test
    void isOfferedOnlyWhereItIsRefused() {
        UUID open = licence.handedIn().id();
        assertThat(reopen("reviewer-market", open, "why")).isEqualTo(new StaffOutcome.NotNow(CaseState.SUBMITTED));
        Browser market = new Browser().signIn("reviewer-market", "/office");
        assertThat(market.get("/office/cases/" + open).body()).doesNotContain("/reopening");
        UUID refused = licence.refused("no").id();
        assertThat(market.get("/office/cases/" + refused).body()).contains("/reopening");
        String version = String.valueOf(licence.seen(refused).rowVersion());
        assertThat(market.post("/office/cases/" + refused + "/reopening", "version", version, "key", UUID.randomUUID().toString(), "reason", "").body())
                .contains("Say why it is decided anew");
        assertThat(market.post("/office/cases/" + refused + "/reopening", "version", version, "key", UUID.randomUUID().toString(), "reason", "an objection was right").body())
                .contains("The refusal is taken back");
    }

    private StaffOutcome reopen(String who, UUID id, String reason) {
        return desk.perform(FoodLicence.staff(who), TestCity.get(ReopenCase.class), new ReopenCase.Request(id, licence.seen(id).rowVersion(), reason), UUID.randomUUID());
    }
}
