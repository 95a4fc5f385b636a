package org.fourportals.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.TestPapers;
import org.fourportals.casework.WithdrawCase;
import org.fourportals.desk.Desk;
import org.junit.jupiter.api.Test;

/** The resident's main job through its pages, on the demo city: the way through, and what happens off it. */
class ApplyPagesTest {

    private static final String CHILD = "child-medical-insurance-enrolment";
    private static final String FOOD = "food-business-licence";

    @Test
    void leadsAVisitorFromTheFirstQuestionOverSignInToTheReceipt() {
        UUID browser = UUID.randomUUID();
        Walk visitor = new Walk(new Actor.Visitor(Portal.WEB, browser));
        UUID id = visitor.start("residence-permit-renewal");
        assertThat(visitor.open("/apply/" + id).redirect()).contains("/question/");
        visitor.answer(id, Map.of("permit", "due", "accommodation", "same-address", "stayGround", "employment"));
        assertThat(visitor.open("/apply/" + id + "/checklist").html()).contains("登录并继续").doesNotContain("/form\"");

        Walk resident = Walk.resident("zhao-peng", Portal.WEB);
        resident.session().setAttribute("BROWSER", browser);
        assertThat(resident.open("/apply/" + id + "/sign-in").redirect()).isEqualTo("/apply/" + id + "/checklist");
        assertThat(visitor.open("/apply/" + id).status()).isEqualTo(404);
        resident.complete(id);
        assertThat(resident.progress(id).isComplete()).isTrue();
        assertThat(resident.open("/apply/" + id + "/check").html()).contains("13800001111", "name=\"key\"", "真实、完整");

        String key = UUID.randomUUID().toString();
        String receipt = resident.send("/apply/" + id + "/submit", Map.of("key", key)).redirect();
        assertThat(receipt).isEqualTo("/cases/" + id + "/receipt");
        assertThat(resident.send("/apply/" + id + "/submit", Map.of("key", key)).redirect()).isEqualTo(receipt);
        assertThat(resident.send("/apply/" + id + "/submit", Map.of("key", "no key at all")).redirect()).isEqualTo(receipt);
        String number = resident.seen(id).number();
        assertThat(resident.open(receipt).html()).contains("data-testid=\"case-number\"", number, "<svg");
        assertThat(resident.open("/cases/" + id).html()).contains(number, "提交了申请");
        assertThat(resident.open("/cases").html()).contains(number);
    }

    @Test
    void givesTheCertificateOfACaseDecidedAtOnce() {
        Walk father = Walk.resident("chen-zhiqiang", Portal.KIOSK);
        UUID id = father.start(CHILD);
        assertThat(father.open("/kiosk/apply/" + id).redirect()).isEqualTo("/kiosk/apply/" + id + "/about");
        father.chooseFirst(id);
        father.answer(id, Map.of());
        father.send("/kiosk/apply/" + id + "/form", Map.of("phone", "13800001111"));
        father.send("/kiosk/apply/" + id + "/submit", Map.of("key", UUID.randomUUID().toString()));
        assertThat(father.seen(id).state()).isEqualTo(CaseState.GRANTED);
        var pdf = father.open("/kiosk/cases/" + id + "/certificate.pdf").response();
        assertThat(pdf.getContentType()).startsWith("application/pdf");
        assertThat(pdf.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(pdf.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(father.open("/kiosk/cases/" + id + "/receipt").html()).contains("办好了", "data-print");
    }

    @Test
    void leadsStepsOutOfOrderToTheOneThatIsNext() {
        Walk agent = Walk.resident("shen-jiaming", Portal.MOBILE);
        UUID id = agent.start(FOOD);
        String base = "/m/apply/" + id;
        for (String step : List.of("/check", "/form", "/checklist", "/evidence/site-plan")) {
            assertThat(agent.open(base + step).redirect()).as(step).isEqualTo(base + "/about");
        }
        agent.chooseFirst(id);
        String next = agent.open(base).redirect();
        assertThat(next).contains("/question/");
        for (String step : List.of("/check", "/form", "/checklist", "/evidence/site-plan", "/evidence/../../x")) {
            assertThat(agent.open(base + step).redirect()).as(step).isIn(next, null);
        }
        for (String question : List.of("takeawayOnly", "no-such-question", "%00")) {
            assertThat(agent.open(base + "/question/" + question).redirect()).as(question).isEqualTo(base);
            assertThat(agent.send(base + "/question/" + question, Map.of("answer", "yes")).redirect()).isEqualTo(base);
        }
        assertThat(agent.send(base + "/submit", Map.of("key", UUID.randomUUID().toString())).redirect()).isEqualTo(base);
        assertThat(agent.seen(id).state()).isEqualTo(CaseState.DRAFT);
    }

    @Test
    void hidesSomebodyElsesDraftAndCaseAsIfTheyWereNotThere() {
        UUID id = Walk.resident("wang-defu", Portal.WEB).start("old-age-allowance");
        List<Walk> others = List.of(Walk.resident("ma-chao", Portal.WEB), new Walk(new Actor.Visitor(Portal.WEB, UUID.randomUUID())),
                new Walk(new Actor.Visitor(Portal.WEB, null)), new Walk(Walk.staff("clerk-xihu", Portal.COUNTER, null)));
        for (Walk other : others) {
            for (String page : List.of("/apply/" + id, "/apply/" + id + "/outcome", "/cases/" + id + "/withdraw")) {
                assertThat(other.open(page).status()).as(other.actor() + " " + page).isEqualTo(404);
            }
            assertThat(other.send("/cases/" + id + "/withdraw", Map.of()).status()).isEqualTo(404);
        }
        Walk stranger = others.getFirst();
        for (String page : List.of("/apply/" + id + "/check", "/apply/" + id + "/form", "/cases/" + id, "/cases/" + id + "/receipt",
                "/cases/" + id + "/supplement", "/cases/" + id + "/certificate.pdf", "/cases/" + id + "/documents/" + UUID.randomUUID())) {
            assertThat(stranger.open(page).status()).as(page).isEqualTo(404);
        }
        assertThat(stranger.send("/apply/" + id + "/form/autosave", Map.of("phone", "13800001111")).status()).isEqualTo(404);
        assertThat(stranger.send("/apply/" + id + "/submit", Map.of("key", UUID.randomUUID().toString())).status()).isEqualTo(404);
        assertThat(stranger.open("/apply/" + id).html()).contains("没有找到这份申请");
    }

    @Test
    void saysKindlyThatADraftWasThrownAway() {
        Walk resident = Walk.resident("wu-haiyan", Portal.WEB);
        UUID id = resident.start("driving-licence-renewal");
        assertThat(resident.open("/cases/" + id + "/withdraw").html()).contains("要放弃这份草稿吗");
        assertThat(resident.send("/cases/" + id + "/withdraw", Map.of()).redirect()).isEqualTo("/cases");
        assertThat(resident.open("/apply/" + id).status()).isEqualTo(404);
        assertThat(resident.inEnglish().open("/apply/" + id).html()).contains("We did not find this application");
        assertThat(resident.send("/apply/" + id + "/form", Map.of("phone", "1")).status()).isEqualTo(404);
    }

    @Test
    void leadsFromADraftThatWasHandedInMeanwhileToItsCase() {
        Walk resident = Walk.resident("ma-chao", Portal.WEB);
        UUID id = resident.start("no-criminal-record-certificate");
        TestCity.get(Desk.class).perform(resident.actor(), TestCity.get(WithdrawCase.class), new WithdrawCase.Request(id));
        assertThat(TestCity.get(Cases.class).find(resident.actor(), id).orElseThrow().state()).isEqualTo(CaseState.DISCARDED);
        assertThat(resident.open("/cases/" + id).status()).isEqualTo(404);
        assertThat(resident.open("/cases").html()).doesNotContain(id.toString());
    }

    @Test
    void takesAPaperAndSaysWhyAnotherIsNotTaken() {
        Walk agent = Walk.resident("shen-jiaming", Portal.WEB);
        UUID id = agent.start(FOOD);
        agent.chooseFirst(id);
        agent.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        String paper = "/apply/" + id + "/evidence/site-plan";
        assertThat(agent.open(paper).html()).contains("multipart/form-data", "type=\"file\"");
        assertThat(agent.upload(paper, "plan.pdf", "MZ\u0090 a program".getBytes()).html()).contains("error-summary", "PDF、JPG");
        assertThat(agent.upload(paper, "", new byte[0]).html()).contains("请先选择一个文件");
        assertThat(agent.upload(paper, "plan.pdf", new byte[0]).html()).contains("error-summary");
        assertThat(agent.send(paper, Map.of("how", "declare")).html()).contains("请先勾选");
        assertThat(agent.send(paper, Map.of("how", "original")).html()).contains("请换一种");
        assertThat(agent.send(paper, Map.of("how", "wallet", "document", UUID.randomUUID().toString())).html()).contains("请换一种");
        assertThat(agent.send(paper, Map.of("how", "\"><script>")).html()).contains("没有收到材料").doesNotContain("\"><script>");
        assertThat(agent.open(paper + "?too-large=yes").html()).contains("最多 20 MB");
        assertThat(agent.upload(paper, "平面图 <b>.pdf", TestPapers.pdf("site plan")).redirect()).isEqualTo("/apply/" + id + "/checklist");
        assertThat(agent.open("/apply/" + id + "/checklist").html()).contains("平面图 &lt;b&gt;.pdf").doesNotContain("平面图 <b>");
    }
}
