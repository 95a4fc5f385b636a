package org.fourportals.portal.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.fourportals.TestCity;
import org.fourportals.assistant.Place;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.portal.Browser;
import org.fourportals.search.Missed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The assistant over HTTP, as a browser without scripts sees it. */
class AssistantPagesTest {

    private final Browser browser = new Browser();

    /** Each test begins with all its questions. */
    @BeforeEach
    void hasAllQuestions() {
        TestCity.clock().advance(FairLimit.EVERY.multipliedBy(FairLimit.AT_ONCE));
    }

    @Test
    void standsOnEveryPageAndKnowsWhereItWasOpened() {
        for (String page : new String[] {"/", "/m", "/affairs/dog-licence", "/m/affairs/dog-licence", "/help"}) {
            assertThat(browser.get(page).body()).contains("/assistant?at=" + page, "id=\"assistant\"");
        }
        assertThat(browser.get("/assistant?at=/affairs/dog-licence").body()).contains("Which papers do I need?");
        browser.get("/assistant?at=/affairs/dog-licence");
        assertThat(browser.post("/assistant", "at", "/affairs/dog-licence", "question", "how much is it").body()).contains("is free", "href=\"/affairs/dog-licence\"");
    }

    @Test
    void anAnswerSupposedInAQuestionIsAnsweredInTheInterview() {
        browser.get("/m/assistant?at=/m/affairs/newborn-household-registration");
        String answer = browser.post("/m/assistant", "at", "/m/affairs/newborn-household-registration", "question", "what if we are not married").body();
        String start = "/m/affairs/newborn-household-registration/start?suppose=parentsMarriage%3Anot-married";
        assertThat(answer).contains("href=\"" + start + "\"");
        assertThat(browser.get(start).body()).contains("What you said already");
        assertThat(browser.post("/m/affairs/newborn-household-registration/start", "choice", "first", "suppose", "parentsMarriage:not-married").body())
                .contains("1 answer so far");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "parentsMarriage:", ":x", "parentsMarriage:<script>", "parentsMarriage:no-such-answer", "no-such-question:yes"})
    void whatIsNoAnswerIsNotSupposed(String suppose) {
        assertThat(browser.get("/affairs/newborn-household-registration/start?suppose=" + java.net.URLEncoder.encode(suppose, java.nio.charset.StandardCharsets.UTF_8)).body())
                .doesNotContain("What you said already", "<script>");
    }

    @Test
    void aPoorAnswerReachesTheEditors() {
        browser.get("/assistant");
        assertThat(browser.post("/assistant/rating", "question", "where do unicorns register", "helped", "no").body()).contains("An editor will see this question");
        assertThat(TestCity.get(Missed.class).list(100)).extracting(Missed.Entry::text).contains("where do unicorns register");
        assertThat(browser.post("/assistant/rating", "question", "where do griffins register", "helped", "yes").body()).contains("Thank you.");
        assertThat(TestCity.get(Missed.class).list(100)).extracting(Missed.Entry::text).doesNotContain("where do griffins register");
    }

    @Test
    void whoAsksTooQuicklyIsToldSoAndMaySoonAskAgain() {
        browser.get("/assistant");
        int refused = 0;
        for (int i = 0; i < FairLimit.AT_ONCE + 5; i++) {
            var answer = browser.post("/assistant", "question", "opening hours", "inside", "1");
            refused += answer.statusCode() == 429 && answer.body().contains("Please wait a few seconds") ? 1 : 0;
        }
        assertThat(refused).isBetween(3, 5);
        TestCity.clock().advance(FairLimit.EVERY);
        assertThat(browser.post("/assistant", "question", "opening hours").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodysQuestionsTouchAnothers() {
        FairLimit limit = new FairLimit(TestCity.get(CityTime.class));
        for (int i = 0; i < FairLimit.AT_ONCE; i++) {
            assertThat(limit.admits("one")).isTrue();
        }
        assertThat(limit.admits("one")).isFalse();
        assertThat(limit.admits("other")).isTrue();
        TestCity.clock().advance(Duration.ofMinutes(2));
        limit.forget();
        assertThat(limit.admits("one")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'; drop table search.missed; --", "\u202eabc"})
    void hostileQuestionsAreShownAsWords(String question) {
        browser.get("/assistant");
        var answer = browser.post("/assistant", "question", question, "at", "//evil.example/<script>");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert", "<img src=x", "evil.example");
    }

    @ParameterizedTest
    @CsvSource({"WEB,/affairs/dog-licence,/affairs/dog-licence", "MOBILE,/m/cases,/m/cases", "MOBILE,/cases,/m", "WEB,https://evil.example,/", "WEB,//evil.example,/", "KIOSK,/kiosk/../office,/kiosk"})
    void onlyAnAddressOfThePortalIsAPlace(Portal portal, String at, String clean) {
        assertThat(Places.clean(portal, at)).isEqualTo(clean);
    }

    @Test
    void readsThePlaceFromTheAddress() {
        assertThat(Places.of(Portal.WEB, "/affairs/dog-licence")).isEqualTo(Place.affair(Portal.WEB, Place.Kind.AFFAIR, "dog-licence"));
        assertThat(Places.of(Portal.KIOSK, "/kiosk/home").kind()).isEqualTo(Place.Kind.MACHINE);
        assertThat(Places.of(Portal.WEB, "/apply/01a207cc-9217-7000-91d8-2750ef93c9af/question/hukou")).satisfies(place -> {
            assertThat(place.kind()).isEqualTo(Place.Kind.INTERVIEW);
            assertThat(place.question()).isEqualTo("hukou");
        });
        assertThat(Places.of(Portal.WEB, "/cases/not-a-case").kind()).isEqualTo(Place.Kind.OTHER);
    }
}
