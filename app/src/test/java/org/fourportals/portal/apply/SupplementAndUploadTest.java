package org.fourportals.portal.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import org.fourportals.TestCity;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.RequestSupplement;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.casework.TestPapers;
import org.fourportals.desk.Desk;
import org.fourportals.wallet.Wallet;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A supplement from the phone, the counter's way through the same pages, documents, and files far too large. */
class SupplementAndUploadTest {

    private final Desk desk = TestCity.get(Desk.class);

    @Test
    void bringsASupplementFromThePhoneAndOpensItsDocument() {
        Walk agent = Walk.resident("shen-jiaming", Portal.MOBILE);
        UUID id = agent.start("food-business-licence");
        agent.chooseFirst(id);
        agent.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        agent.complete(id);
        agent.send("/m/apply/" + id + "/submit", Map.of("key", UUID.randomUUID().toString()));
        Actor clerk = Walk.staff("clerk-xihu", Portal.COUNTER, null);
        act(clerk, id, version -> desk.perform(clerk, TestCity.get(AcceptCase.class), new AcceptCase.Request(id, version), UUID.randomUUID()));
        Actor fire = Walk.staff("reviewer-fire", Portal.OFFICE, null);
        act(fire, id, version -> desk.perform(fire, TestCity.get(RequestSupplement.class),
                new RequestSupplement.Request(id, version, List.of("site-plan"), "看不清 <b>"), UUID.randomUUID()));

        String supplement = "/m/cases/" + id + "/supplement";
        assertThat(agent.open("/m/cases/" + id).html()).contains("看不清 &lt;b&gt;", supplement, "计时已暂停");
        assertThat(agent.send(supplement, Map.of()).html()).contains("govuk-error-summary", "还没有新的材料");
        assertThat(agent.open(supplement + "/business-licence").redirect()).isEqualTo(supplement);
        assertThat(agent.upload(supplement + "/site-plan", "plan.pdf", "no".getBytes()).html()).contains("govuk-error-summary");
        assertThat(agent.upload(supplement + "/site-plan", "新图.pdf", TestPapers.pdf("clearer " + id)).redirect()).isEqualTo(supplement);
        assertThat(agent.send(supplement, Map.of()).redirect()).isEqualTo("/m/cases/" + id);
        assertThat(agent.seen(id).state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(agent.open(supplement).redirect()).isEqualTo("/m/cases/" + id);

        UUID document = agent.seen(id).content().evidence().get("site-plan").document();
        var opened = agent.open("/m/cases/" + id + "/documents/" + document).response();
        assertThat(opened.getStatus()).isEqualTo(200);
        assertThat(opened.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(opened.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(agent.open("/m/cases/" + id + "/documents/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(Walk.resident("ma-chao", Portal.MOBILE).open("/m/cases/" + id + "/documents/" + document).status()).isEqualTo(404);
    }

    @Test
    void letsAClerkWalkThroughForTheResidentSheServes() {
        var served = Walk.actor("shen-jiaming", Portal.WEB).subject();
        Walk clerk = new Walk(Walk.staff("clerk-xihu", Portal.COUNTER, served));
        UUID id = clerk.start("food-business-licence");
        clerk.chooseFirst(id);
        clerk.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        String paper = "/counter/apply/" + id + "/evidence/fire-safety-statement";
        assertThat(clerk.open("/counter/apply/" + id + "/checklist").html()).contains("每份材料看什么");
        String site = "/counter/apply/" + id + "/evidence/site-plan";
        assertThat(clerk.open(site).html()).contains("已看过原件", "核对");
        assertThat(clerk.send(site, Map.of("how", "original")).redirect()).isEqualTo("/counter/apply/" + id + "/checklist");
        clerk.complete(id);
        assertThat(clerk.send("/counter/apply/" + id + "/submit", Map.of("key", UUID.randomUUID().toString())).redirect())
                .isEqualTo("/counter/apply/" + id + "/receipt");
        assertThat(clerk.open("/counter/apply/" + id + "/receipt").html()).contains("/counter/cases/" + id, "打开办件");
        assertThat(new Walk(Walk.staff("clerk-xihu", Portal.COUNTER, null)).open(paper).status()).isEqualTo(404);
    }

    @Test
    void offersThePhoneInsteadOfAFileAtTheKiosk() {
        Walk agent = Walk.resident("shen-jiaming", Portal.KIOSK);
        UUID id = agent.start("food-business-licence");
        agent.chooseFirst(id);
        agent.answer(id, Map.of("businessType", "restaurant", "foods", "hot"));
        assertThat(agent.open("/kiosk/apply/" + id + "/evidence/site-plan").html()).contains("<svg", "用手机扫这个码").doesNotContain("type=\"file\"");
    }

    @Test
    void answersAFileFarTooLargeOnItsOwnPage() throws Exception {
        String page = "/m/apply/" + UUID.randomUUID() + "/evidence/site-plan";
        assertThat(sent("POST", page, "multipart/form-data; boundary=x", 200L << 20)).isEqualTo(page + "?too-large=yes");
        assertThat(sent("POST", page, "multipart/form-data; boundary=x", Wallet.LIMIT)).isNull();
        assertThat(sent("POST", page, null, 200L << 20)).isNull();
        assertThat(sent("GET", page, "multipart/form-data", 200L << 20)).isNull();
        assertThat(sent("POST", "/sign-in", "multipart/form-data", 200L << 20)).isNull();
    }

    private static String sent(String method, String path, String type, long length) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setContentType(type);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LargeUploads().doFilter(request, response, new MockFilterChain());
        return response.getHeader("Location");
    }

    private static void act(Actor actor, UUID id, IntFunction<StaffOutcome> act) {
        int version = TestCity.get(Cases.class).find(actor, id).orElseThrow().rowVersion();
        assertThat(act.apply(version)).isInstanceOf(StaffOutcome.Done.class);
    }
}
