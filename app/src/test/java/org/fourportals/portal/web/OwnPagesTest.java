package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditTree;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.Sharing;
import org.fourportals.casework.TestPapers;
import org.fourportals.wallet.Wallet;
import org.junit.jupiter.api.Test;

/** Wallet, mandates and looks over HTTP: hers and only hers. */
class OwnPagesTest {

    private static final String GAO = "gao-ting";
    private static final String HE = "he-jing";

    @Test
    void strangersAreLedToSignIn() {
        for (String path : List.of("/wallet", "/mandates", "/mandates/new", "/reads", "/reads.csv", "/m/wallet")) {
            assertThat(new Browser().get(path).uri().getPath()).as(path).isEqualTo("/sign-in");
        }
        assertThat(new Browser().signIn("bureau", "/wallet").get("/wallet").statusCode()).isEqualTo(403);
    }

    @Test
    void everyFaultOfAMandateIsNamedAtItsField() {
        Browser browser = new Browser().signIn(GAO, "/mandates/new");
        browser.get("/mandates/new");
        assertThat(browser.post("/mandates/new", "principal", number(GAO)).body()).contains("Write the other person’s name", "Choose all affairs", "Write a date that exists",
                "href=\"#card\"");
        assertThat(give(browser, number(GAO), "999990199503180060", "林晓月", "2027", "2", "30")).contains("Write a date that exists", "href=\"#card\"", "value=\"林晓月\"");
        assertThat(give(browser, number(HE), card(HE), "何静", "2027", "2", "3")).contains("Choose for whom it is");
        assertThat(give(browser, number(GAO), card(HE), "<b>nobody</b>", "2027", "2", "3")).contains("Nobody registered has this name").doesNotContain("<b>nobody");
        assertThat(give(browser, number(GAO), card(GAO), nameOf(GAO), "2027", "2", "3")).contains("to oneself");
        assertThat(give(browser, number(GAO), card(HE), nameOf(HE), "2099", "2", "3")).contains("The day must lie between");
        assertThat(browser.post("/mandates/new", "principal", number(GAO), "card", card(HE), "name", nameOf(HE), "scope", "some", "affairs-birth", "no-such-affair",
                "until-day", "3", "until-month", "2", "until-year", "2027").body()).contains("Choose all affairs");
        assertThat(browser.get("/mandates").body()).contains("You have given none");
    }

    @Test
    void aMandateIsGivenOnceSeenByBothAndTakenBack() {
        Browser browser = new Browser().signIn("sun-li", "/mandates/new");
        browser.get("/mandates/new");
        String key = UUID.randomUUID().toString();
        String year = String.valueOf(TestCity.clock().instant().atZone(java.time.ZoneOffset.UTC).getYear() + 1);
        for (int press = 0; press < 2; press++) {
            assertThat(browser.post("/mandates/new", "principal", number("sun-li"), "card", card("ma-chao").toLowerCase(), "name", nameOf("ma-chao"), "scope", "some", "affairs-birth",
                    "food-business-licence", "until-day", "3", "until-month", "2", "until-year", year, "key", key).body()).contains("is given");
        }
        String page = browser.get("/mandates").body();
        var found = Pattern.compile("/mandates/([0-9a-f-]{36})/revoke").matcher(page);
        assertThat(found.find()).isTrue();
        String revoke = found.group();
        assertThat(page.split("In force", -1)).hasSize(2);

        Browser agent = new Browser().signIn("ma-chao", "/mandates");
        assertThat(agent.get("/mandates").body()).contains("From " + nameOf("sun-li"), "Lay it down");
        Browser stranger = new Browser().signIn(HE, "/mandates/new");
        stranger.get("/mandates/new");
        assertThat(stranger.get(revoke).statusCode()).isEqualTo(404);
        assertThat(stranger.post(revoke).body()).contains("This mandate is not yours");
        assertThat(browser.get("/mandates").body()).contains("In force");

        assertThat(browser.get(revoke).body()).contains("Take this mandate back?");
        assertThat(browser.post(revoke).body()).contains("The mandate has ended", "Ended").doesNotContain("In force");
        assertThat(browser.get("/mandates/not-an-id/revoke").statusCode()).isEqualTo(404);
    }

    @Test
    void aDocumentIsSeenOpenedAndWithdrawnByItsOwnerAlone() {
        Actor.Resident owner = new Actor.Resident(subject(GAO), nameOf(GAO), Portal.WEB, null);
        TestCity.get(Wallet.class).handIn(owner, owner.subject(), "birth-certificate", "出生 \"<b>𠮷.pdf", new java.io.ByteArrayInputStream(TestPapers.pdf("Birth")), null);
        Browser browser = new Browser().signIn(GAO, "/wallet");
        String page = browser.get("/wallet").body();
        assertThat(page).contains("&lt;b", "𠮷.pdf").doesNotContain("<b>𠮷");
        var found = Pattern.compile("/wallet/[0-9a-f-]{36}").matcher(page);
        assertThat(found.find()).isTrue();
        var opened = browser.get(found.group());
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(browser.get(found.group() + "?save=1").headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment");
        assertThat(new Browser().signIn(HE, "/wallet").get(found.group()).statusCode()).isEqualTo(404);
        assertThat(browser.get("/wallet/x").statusCode()).isEqualTo(404);
        assertThat(browser.get(found.group() + "/withdraw").body()).contains("Withdraw this document?");
        assertThat(browser.post(found.group() + "/withdraw").body()).contains("The document is withdrawn");
        assertThat(browser.get("/wallet").body()).doesNotContain("𠮷.pdf");
        browser.get("/wallet");
        assertThat(browser.post(found.group() + "/withdraw").body()).contains("no longer here");
    }

    @Test
    void sheSeesWhoLookedAndNobodyElseSeesIt() {
        Actor clerk = new Actor.Staff("clerk-xihu", new org.fourportals.base.Text("陈晓燕", "Chen Xiaoyan"), java.util.Set.of(org.fourportals.base.Role.CLERK), "township-offices", "xihu",
                Portal.COUNTER, null);
        TestCity.get(Sharing.class).read(new Sharing.Reason(clerk, "old-age-allowance", UUID.randomUUID()), subject(HE), "household-register");
        TestCity.get(Sharing.class).read(new Sharing.Reason(clerk, Grants.REPRESENTATION, UUID.randomUUID()), subject(HE), "driving-licences");
        Browser browser = new Browser().signIn(HE, "/reads");
        assertThat(browser.get("/reads?who=others").body()).contains("陈晓燕", "counter", "Household register", "Refused").doesNotContain("You yourself");
        assertThat(browser.get("/reads?lang=zh").body()).contains("户籍登记信息", "依据：");
        assertThat(browser.get("/reads.csv?lang=en").body()).contains("\"Household register (Hangzhou Public Security Bureau)\"", "陈晓燕");
        for (String other : List.of(number(GAO), "1", "x", "-1", "%27")) {
            assertThat(browser.get("/reads?of=" + other).statusCode()).as(other).isEqualTo(404);
            assertThat(browser.get("/reads.csv?of=" + other).statusCode()).as(other).isEqualTo(404);
        }
        TestCity.get(AuditTree.class).append();
        TestCity.get(AuditTree.class).checkpoint();
        assertThat(browser.get("/reads.proofs.json").body()).contains("four-portals/audit", "actor-name: 陈晓燕\\n", "\"path\"", "\"newer\":0");
        assertThat(browser.get("/reads.proofs.json?of=" + number(GAO)).statusCode()).isEqualTo(404);
        assertThat(browser.get("/reads?before=abc&who=%3Cscript%3E").statusCode()).isEqualTo(200);
        assertThat(browser.get("/reads?before=1").body()).contains("Nobody has looked");
    }

    @Test
    void aMotherSeesWhoLookedAtHerChild() {
        Browser browser = new Browser().signIn("lin-xiaoyue", "/reads");
        String page = browser.get("/reads?of=choose").body();
        var child = Pattern.compile("/reads\\?of=([0-9]+)\">").matcher(page);
        assertThat(child.find()).isTrue();
        assertThat(browser.get("/reads?of=" + child.group(1)).body()).contains("Data of", "Household register");
        assertThat(new Browser().signIn(HE, "/reads").get("/reads?of=" + child.group(1)).statusCode()).isEqualTo(404);
    }

    private static String give(Browser browser, String principal, String card, String name, String year, String month, String day) {
        return browser.post("/mandates/new", "principal", principal, "card", card, "name", name, "scope", "all", "until-year", year, "until-month", month, "until-day", day).body();
    }

    private static Subject subject(String username) {
        return TestCity.get(Accounts.class).findByUsername(username).orElseThrow().subject();
    }

    private static String number(String username) {
        return String.valueOf(subject(username).number());
    }

    private static String nameOf(String username) {
        return TestCity.get(Accounts.class).findByUsername(username).orElseThrow().name().zh();
    }

    private static String card(String username) {
        return TestCity.person(username).card();
    }
}
