package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.fourportals.portal.counter.FoodLicence;
import org.junit.jupiter.api.Test;

/** The office over HTTP: what each role may open, and what becomes of a case in reviewers' hands. */
class OfficePagesTest {

    private final FoodLicence licence = new FoodLicence();

    @Test
    void leadsACaseFromParallelOpinionsThroughTheVisitToTheDecision() {
        UUID id = accepted();
        String address = "/office/cases/" + id;
        Browser market = signedIn("reviewer-market");
        Browser fire = signedIn("reviewer-fire");
        assertThat(market.get("/office/worklist").body()).contains(String.valueOf(licence.seen(id).number()));
        assertThat(market.get(address).body()).contains("Agree").contains("Look at:").doesNotContain("value=\"grant\"");
        assertThat(opinion(market, id, "agree", "")).contains("Recorded: you agree.").contains("Agrees");
        assertThat(market.get(address).body()).doesNotContain("value=\"agree\"");

        assertThat(fire.get(address).body()).contains("Agrees");
        assertThat(opinion(fire, id, "disagree", " ")).contains("Write why you disagree");
        assertThat(opinion(fire, id, "agree", "")).contains("Recorded: you agree.");

        assertThat(market.get(address).body()).contains("Findings of the visit");
        assertThat(opinion(market, id, "agree", "现场 <合格>")).contains("现场 &lt;合格").doesNotContain("<合格>");
        assertThat(market.get(address).body()).contains("value=\"grant\"");
        assertThat(decide(market, id, "refuse", "")).contains("Write why you refuse");
        assertThat(decide(market, id, "grant", "")).contains("Granted. The certificate is issued.");
        assertThat(licence.seen(id).state()).isEqualTo(CaseState.GRANTED);
    }

    @Test
    void tellsASecondReviewerWhoHoldsItAndLetsHerTakeItOver() {
        UUID id = accepted();
        String address = "/office/cases/" + id;
        Browser first = signedIn("reviewer-market");
        Browser second = signedIn("reviewer-market-2");
        first.get(address);
        assertThat(second.get(address).body()).contains("许建国 is working on this until").doesNotContain("name=\"opinion\"");
        assertThat(opinion(second, id, "agree", "")).contains("许建国 is working on this until");
        assertThat(second.get("/office/worklist").body()).contains("许建国");
        assertThat(second.post(address + "/take-over").body()).contains("The case is yours now.").contains("name=\"opinion\"");
        assertThat(opinion(first, id, "agree", "")).contains("钱敏 is working on this until");
        assertThat(opinion(second, id, "agree", "")).contains("Recorded: you agree.");
        assertThat(opinion(first, id, "agree", "")).contains("does not wait for your department");
    }

    @Test
    void letsAnEditorExploreTheCircumstancesOfAnAffair() {
        Browser editor = signedIn("editor");
        String address = "/office/affairs/food-business-licence/explore";
        String all = editor.get(address).body();
        assertThat(all).contains("7,162").contains("Not settled yet. Asked next: Is the business licence").contains("q.application=renewal");
        String renewal = editor.get(address + "?q.application=renewal&q.businessType=restaurant&q.foods=hot").body();
        assertThat(renewal).contains("Not asked here").contains("The present food licence").contains("aria-current=\"true\"");
        assertThat(editor.get(address + "?q.inBusiness=no").body()).contains("Refused:").contains("of-outcome--refused");
        assertThat(editor.get(address + "?q.application=%3Cscript%3E&q.nothing=x&q.foods=" + "x,".repeat(300)).body())
                .contains("does not fit").doesNotContain("<script>&");
        assertThat(editor.get("/office/affairs/no-such-affair/explore").statusCode()).isEqualTo(404);
        assertThat(signedIn("reviewer-market").get(address).statusCode()).isEqualTo(403);
    }

    @Test
    void saysConditionsInTheWordsOfTheQuestionsAndWhatIsProved() {
        String affair = signedIn("editor").get("/office/affairs/old-age-allowance").body();
        assertThat(affair).contains("“Which card shall the allowance go to”: Bank card or bank book")
                .contains("Each of the 480 circumstances ends in a complete checklist or in a reasoned refusal")
                .contains("No accepted circumstance needs a window").doesNotContain("paymentCard =");
    }

    @Test
    void recordsARepeatedPostOnceAndSaysThatAnOldPageIsOld() {
        UUID id = accepted();
        Browser market = signedIn("reviewer-market");
        market.get("/office/cases/" + id);
        String version = String.valueOf(licence.seen(id).rowVersion());
        String key = UUID.randomUUID().toString();
        String[] fields = {"version", version, "key", key, "opinion", "agree", "remark", ""};
        assertThat(market.post("/office/cases/" + id + "/opinion", fields).body()).contains("Recorded: you agree.");
        assertThat(market.post("/office/cases/" + id + "/opinion", fields).body()).contains("Recorded: you agree.");
        Browser fire = signedIn("reviewer-fire");
        fire.get("/office/cases/" + id);
        assertThat(fire.post("/office/cases/" + id + "/opinion", "version", "0", "key", UUID.randomUUID().toString(), "opinion", "agree").body())
                .contains("This case has just changed");
        assertThat(fire.post("/office/cases/" + id + "/opinion", "version", "x", "key", "y", "opinion", "agree").statusCode()).isEqualTo(400);
        assertThat(fire.post("/office/cases/" + id + "/opinion", "version", version, "key", UUID.randomUUID().toString(), "opinion", "perhaps")
                .statusCode()).isEqualTo(400);
    }

    @Test
    void asksForASupplementOnlyWithAPaperAndAReason() {
        UUID id = accepted();
        String address = "/office/cases/" + id;
        Browser fire = signedIn("reviewer-fire");
        String paper = fire.get(address).body().replaceAll("(?s).*?name=\"requirement\" value=\"([^\"]+)\".*", "$1");
        String version = String.valueOf(licence.seen(id).rowVersion());
        assertThat(fire.post(address + "/supplement", "version", version, "key", UUID.randomUUID().toString(), "reason", "<i>图纸</i>").body())
                .contains("Tick at least one paper").contains("&lt;i&gt;图纸");
        assertThat(fire.post(address + "/supplement", "version", version, "key", UUID.randomUUID().toString(), "requirement", paper).body())
                .contains("Write a reason");
        assertThat(fire.post(address + "/supplement", "version", version, "key", UUID.randomUUID().toString(), "requirement", paper, "reason", "看不清")
                .body()).contains("Sent back to the applicant.").contains("asked for again");
        assertThat(licence.seen(id).state()).isEqualTo(CaseState.SUPPLEMENT);
        assertThat(fire.get("/office/worklist").body()).doesNotContain(String.valueOf(licence.seen(id).number()));
    }

    @Test
    void opensNoCaseInWhichADepartmentHasNoPart() {
        UUID id = accepted();
        Browser police = signedIn("reviewer-police");
        assertThat(police.get("/office/cases/" + id).statusCode()).isEqualTo(404);
        assertThat(police.post("/office/cases/" + id + "/take-over").statusCode()).isEqualTo(404);
        assertThat(police.get("/office/cases/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(police.get("/office/cases/1").statusCode()).isEqualTo(400);
    }

    @Test
    void opensTheFilesOfACaseInlineAndNoOthers() {
        UUID id = accepted();
        Browser market = signedIn("reviewer-market");
        String document = market.get("/office/cases/" + id).body().replaceAll("(?s).*?(/office/cases/[^\"]+/documents/[^\"]+)\".*", "$1");
        var opened = market.get(document);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Disposition")).hasValueSatisfying(d -> assertThat(d).startsWith("inline"));
        assertThat(market.get("/office/cases/" + id + "/documents/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsEachRoleItsOwnPagesAndNoOthers() {
        Map<String, List<String>> pages = Map.of("reviewer-market", List.of("/office/worklist"),
                "bureau", List.of("/office/datasets", "/office/datasets/household-register", "/office/reads", "/office/affairs"),
                "editor", List.of("/office/affairs", "/office/affairs/food-business-licence", "/office/affairs/marriage-registration"),
                "operator", List.of("/office/operation", "/office/kiosks"));
        pages.forEach((user, own) -> {
            Browser browser = signedIn(user);
            assertThat(browser.get("/office").statusCode()).isEqualTo(200);
            own.forEach(page -> assertThat(browser.get(page).statusCode()).as(user + " " + page).isEqualTo(200));
            pages.values().stream().flatMap(List::stream).filter(page -> !own.contains(page) && !page.startsWith("/office/affairs"))
                    .forEach(page -> assertThat(browser.get(page).statusCode()).as(user + " " + page).isEqualTo(403));
        });
    }

    @Test
    void tellsTheBureauWhatIsSharedAndWhoRead() {
        accepted();
        Browser bureau = signedIn("bureau");
        assertThat(bureau.get("/office/datasets").body()).contains("238 data sets");
        assertThat(bureau.get("/office/datasets?department=civil-affairs&page=99999").body()).contains("Marriage register");
        assertThat(bureau.get("/office/datasets?page=x").statusCode()).isEqualTo(400);
        assertThat(bureau.get("/office/datasets/household-register").body()).contains("Grants in force").contains("Who may act for whom");
        assertThat(bureau.get("/office/datasets/no-such").statusCode()).isEqualTo(404);
        assertThat(bureau.get("/office/reads").body()).contains("A resident, for her own affair").contains("Business register");
    }

    @Test
    void tellsEditorsWhatIsProved() {
        Browser editor = signedIn("editor");
        assertThat(editor.get("/office/affairs").body()).contains("408 affairs").contains("Proved");
        assertThat(editor.get("/office/affairs?q=%3Cscript%3E%F0%9F%98%80'").body()).contains("Nothing matches").doesNotContain("<script>😀");
        assertThat(editor.get("/office/affairs/food-business-licence").body()).contains("Requirements: ").contains("Checked over every circumstance");
        assertThat(editor.get("/office/affairs/" + TestCity.ONLY_DESCRIBED).body()).contains("not written out yet");
    }

    @Test
    void tellsOperatorsHowTheHouseStands() {
        Browser operator = signedIn("operator");
        assertThat(operator.get("/office/operation").body()).contains("Healthy").contains("PostgreSQL 18").contains("Residents on the household register");
        assertThat(operator.post("/office/operation/count").body()).contains("Counted again.");
    }

    private String opinion(Browser reviewer, UUID id, String opinion, String remark) {
        return reviewer.post("/office/cases/" + id + "/opinion", "version", String.valueOf(licence.seen(id).rowVersion()), "key",
                UUID.randomUUID().toString(), "opinion", opinion, "remark", remark).body();
    }

    private String decide(Browser reviewer, UUID id, String decision, String remark) {
        return reviewer.post("/office/cases/" + id + "/decision", "version", String.valueOf(licence.seen(id).rowVersion()), "key",
                UUID.randomUUID().toString(), "decision", decision, "remark", remark).body();
    }

    private UUID accepted() {
        Case about = licence.handedIn();
        var account = TestCity.get(Accounts.class).findByUsername("clerk-xihu").orElseThrow();
        Actor clerk = new Actor.Staff(account.username(), account.name(), account.roles(), String.valueOf(account.department()), account.centre(),
                Portal.COUNTER, null);
        assertThat(TestCity.get(Desk.class).perform(clerk, TestCity.get(AcceptCase.class), new AcceptCase.Request(about.id(), about.rowVersion()),
                UUID.randomUUID())).isInstanceOf(StaffOutcome.Done.class);
        return about.id();
    }

    private static Browser signedIn(String username) {
        return new Browser().signIn(username, "/office");
    }
}
