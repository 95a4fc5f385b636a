package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.fourportals.TestCity;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.LifeEvent;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding one's affair over HTTP: from the first page to the button that begins it, by words, events and departments. */
class FindingPagesTest {

    private static final String CHILD = "/affairs/child-medical-insurance-enrolment";
    private final Browser browser = new Browser();

    @Test
    void theFirstPageOffersWhatCanBeDoneHereAndCountsTheCity() {
        String home = browser.get("/").body();
        assertThat(home).contains("Settle it once", "408", "199", "href=\"" + CHILD + "\"", "href=\"/events/birth\"").doesNotContain("Your cases");
        assertThat(browser.get("/?lang=zh").body()).contains("一次办成", "人生大事");
        assertThat(browser.get("/m?lang=en").body()).contains("href=\"/m" + CHILD + "\"", "rel=\"manifest\"");
    }

    @Test
    void wordsFindTheAffairAndSayWhyAndWhetherItCanBeDoneHere() {
        String found = browser.get("/search?q=" + encoded("宝宝医保")).body();
        assertThat(found.indexOf("href=\"" + CHILD)).isPositive().isLessThan(found.indexOf("pb-item", found.indexOf("href=\"" + CHILD)));
        assertThat(found).contains("Can be done here completely", "Matches: ", "Hangzhou Healthcare Security Bureau");
        assertThat(browser.get("/m/search?q=" + encoded("宝宝医保")).body()).contains("href=\"/m" + CHILD + "\"");
        assertThat(browser.get("/api/suggest?q=" + encoded("宝宝")).body()).startsWith("[{\"label\":").contains("\"url\":\"" + CHILD + "\"");
        assertThat(browser.get("/m/search/suggest?q=" + encoded("宝宝")).body()).contains("\"url\":\"/m" + CHILD + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "zzzzqqqq", "'; drop table cases; --", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "𠮷𠮷", "((((a AND OR NOT *:*",
        "\\", "%00", "a/b", "${7*7}"})
    void hostileOrUselessWordsEndNowhereBad(String words) {
        var answer = browser.get("/search?q=" + encoded(words));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x");
        assertThat(answer.body()).containsAnyOf("href=\"/events/", "href=\"/affairs/");
        assertThat(browser.get("/api/suggest?q=" + encoded(words)).statusCode()).isEqualTo(200);
    }

    @Test
    void endlessWordsAreCutAndNotLost() {
        assertThat(browser.get("/search?q=" + encoded("𠮷医保".repeat(150))).statusCode()).isEqualTo(200);
    }

    @Test
    void wordsFindWhatIsBesideAffairsToo() {
        assertThat(browser.get("/search?q=" + encoded("which affairs need a lease")).body()).contains("What asks for “Lease", "href=\"/affairs/residence-permit-first\"");
        assertThat(browser.get("/search?q=" + encoded("西湖区办事大厅在哪里")).body()).contains("Xihu District Service Centre");
        assertThat(browser.get("/m/search?q=" + encoded("letters are too small")).body()).contains("Larger letters", "elder=1#part-elder-mode");
        assertThat(browser.get("/search?q=" + encoded("没有结婚 给宝宝上户口")).body()).contains("Start with this answered",
                "/affairs/newborn-household-registration/start?suppose=parentsMarriage:not-married");
    }

    @Test
    void whatIsFoundCanBeNarrowedAndWidenedAgain() {
        String all = browser.get("/search?q=" + encoded("没有结婚 给宝宝上户口")).body();
        assertThat(all).contains("Life event", "event=birth").contains("href=\"/affairs/newborn-household-registration\"");
        String narrow = browser.get("/search?q=" + encoded("没有结婚 给宝宝上户口") + "&event=marriage").body();
        assertThat(narrow).doesNotContain("href=\"/affairs/newborn-household-registration\"").contains("event=\" aria-current=\"true\"");
        assertThat(browser.get("/search?q=" + encoded("没有结婚 给宝宝上户口") + "&event=no-such-event&department=%3Cscript%3E").body())
                .contains("href=\"/affairs/newborn-household-registration\"").doesNotContain("<script>\"");
    }

    @Test
    void nothingFitsLeadsToEventsAndPeople() {
        assertThat(browser.get("/search?q=zzzzqqqq").body()).contains("Nothing fits", "href=\"/centres\"", "href=\"/departments\"", "href=\"/events/");
    }

    @Test
    void whatDoesNotExistIsAPageThatSaysSo() {
        for (String path : List.of("/affairs/none", "/events/none", "/departments/none", "/m/affairs/none", "/affairs/none/start", "/affairs/%3Cb%3E")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).contains("Page not found").doesNotContain("<b>");
        }
    }

    @Test
    void everyAffairHasAPageThatSaysWhatToDoNext() {
        for (Affair affair : TestCity.get(Catalogue.class).affairs()) {
            var answer = browser.get("/affairs/" + affair.id());
            assertThat(answer.statusCode()).as(affair.id()).isEqualTo(200);
            boolean written = TestCity.get(Catalogue.class).findPlan(affair.id()).isPresent();
            assertThat(answer.body()).as(affair.id()).contains(written ? "Start now" : "Where to go");
            assertThat(answer.body()).as(affair.id()).contains(written ? "circumstances proven complete" : "What people usually bring");
        }
    }

    @Test
    void everyEventDepartmentAndPlainPageOpensInBothLanguages() {
        Catalogue catalogue = TestCity.get(Catalogue.class);
        catalogue.lifeEvents().stream().map(LifeEvent::id).forEach(id -> assertThat(browser.get("/events/" + id).statusCode()).as(id).isEqualTo(200));
        catalogue.departments().forEach(d -> assertThat(browser.get("/departments/" + d.id()).statusCode()).as(d.id()).isEqualTo(200));
        for (String path : List.of("/events", "/departments", "/centres", "/centres?district=xihu", "/centres?district=%27", "/help", "/accessibility", "/privacy", "/verify",
                "/m/events", "/m/departments", "/m/centres", "/m/help", "/m/privacy", "/m/accessibility")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(browser.get(path + (path.contains("?") ? "&" : "?") + "lang=zh").body()).as(path).contains("lang=\"zh-CN\"");
            browser.get("/help?lang=en");
        }
    }

    @Test
    void aVisitorBeginsWithoutSigningInAndIsAskedWhetherToGoOn() {
        browser.get(CHILD);
        var begun = browser.post(CHILD + "/start");
        assertThat(begun.uri().getPath()).startsWith("/apply/");
        assertThat(browser.get(CHILD).body()).contains("Go on").doesNotContain("Start now");
        String question = browser.get(CHILD + "/start").body();
        assertThat(question).contains("You have begun this before", "Begin anew");
        String draft = begun.uri().getPath().split("/")[2];
        assertThat(browser.post(CHILD + "/start", "choice", "go-on").uri().getPath()).startsWith("/apply/" + draft);
        browser.get(CHILD + "/start");
        assertThat(browser.post(CHILD + "/start", "choice", "anew", "key", "not a key").uri().getPath()).startsWith("/apply/").doesNotContain(draft);
        assertThat(new Browser().get(begun.uri().getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsOnlyDescribedCannotBeBegun() {
        browser.get(CHILD);
        String described = "/affairs/" + TestCity.ONLY_DESCRIBED;
        var answer = browser.post(described + "/start");
        assertThat(answer.uri().getPath()).isEqualTo(described);
        assertThat(answer.body()).contains("cannot be started here yet");
    }

    @Test
    void aClerkWithNobodyInFrontOfHerIsToldSo() {
        Browser clerk = new Browser().signIn("clerk-xihu-2", "/counter");
        clerk.get("/counter" + CHILD);
        var answer = clerk.post("/counter" + CHILD + "/start");
        assertThat(answer.body()).contains("First choose the resident you are serving");
    }

    @Test
    void aPaperIsTrueUnknownOrMistyped() {
        for (String code : List.of("ABCD", "0000-0000-0000-0000-0000-0000-0000", "%3Cscript%3E", "x".repeat(500))) {
            var answer = browser.get("/verify/" + code);
            assertThat(answer.statusCode()).as(code).isEqualTo(404);
            assertThat(answer.body()).as(code).contains("No certificate has this code").doesNotContain("<script>alert");
        }
        assertThat(browser.get("/verify?code=").statusCode()).isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
