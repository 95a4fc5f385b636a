package org.fourportals.portal.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.centre.StaffCalls;
import org.fourportals.demo.DemoAccess;
import org.fourportals.identity.Devices;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** A machine over HTTP, as its browser sees it: who may use it, what it keeps, what it tells whom. */
class KioskPagesTest {

    private static final String CENTRE = "xihu";
    private final DemoAccess demo = TestCity.get(DemoAccess.class);

    @Test
    void enrolsABrowserOnTheSameComputerInTheDemo() {
        Browser browser = new Browser();
        assertThat(browser.get("/kiosk").body()).contains("Touch to begin");
        assertThat(browser.cookie(Devices.COOKIE)).hasValueSatisfying(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getPath()).isEqualTo("/kiosk");
            assertThat(TestCity.get(Devices.class).find(cookie.getValue())).isPresent();
        });
    }

    @Test
    void leadsOnToThePageThatWasAskedForOnceTheBrowserIsEnrolled() {
        HttpResponse<String> page = new Browser().get("/kiosk/sign-in");
        assertThat(page.uri().getPath()).isEqualTo("/kiosk/sign-in");
        assertThat(page.body()).contains("Identity number");
    }

    @Test
    void tellsNobodyAnythingAtAMachineThatWasRevoked() {
        Browser browser = machine("K-REVOKED");
        assertThat(signedIn(browser, person("ma-chao")).uri().getPath()).isEqualTo("/kiosk/home");
        TestCity.get(Devices.class).revoke("K-REVOKED");
        HttpResponse<String> home = browser.get("/kiosk/home");
        assertThat(home.uri().getPath()).isEqualTo("/kiosk");
        assertThat(home.body()).doesNotContain(person("ma-chao").name().zh());
    }

    @Test
    void isNoMachineWithAKeyThatWasMadeUp() {
        Browser browser = machine("K-OTHERKEY");
        browser.putCookie(Devices.COOKIE, "K-OTHERKEY.0000", "/kiosk");
        assertThat(browser.get("/kiosk/home").uri().getPath()).isEqualTo("/kiosk");
    }

    @Test
    void keepsNoPageInTheBrowser() {
        Browser browser = machine("K-NOSTORE");
        for (String path : List.of("/kiosk", "/kiosk/home", "/kiosk/sign-in", "/kiosk/choose", "/kiosk/find?q=sbk", "/kiosk/ticket", "/kiosk/ended")) {
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
        }
        signedIn(browser, person("ma-chao"));
        assertThat(browser.get("/kiosk/home").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void signsInWithCardAndCodeUnderAFreshSessionAndLeavesNothing() {
        Browser browser = machine("K-WIPE");
        browser.get("/kiosk/sign-in?lang=en");
        String before = browser.cookie("session").orElseThrow().getValue();
        var person = person("ma-chao");
        HttpResponse<String> home = signedIn(browser, person);
        assertThat(home.body()).contains(person.name().zh());
        assertThat(browser.cookie("session").orElseThrow().getValue()).isNotEqualTo(before);

        String held = browser.cookie("session").orElseThrow().getValue();
        HttpResponse<String> ended = browser.post("/kiosk/end");
        assertThat(ended.uri().getPath()).isEqualTo("/kiosk/ended");
        assertThat(ended.previousResponse().orElseThrow().headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(browser.cookie("session")).isEmpty();
        assertThat(browser.cookie("lang")).isEmpty();
        assertThat(browser.cookie(Devices.COOKIE)).isPresent();
        browser.putCookie("session", held, "/");
        assertThat(browser.get("/kiosk/home").body()).doesNotContain(person.name().zh());
    }

    @Test
    void locksTheCardAfterFiveWrongCodesWithoutSayingWhichIsWrong() {
        Browser browser = machine("K-LOCK");
        String card = person("wu-haiyan").card();
        browser.get("/kiosk/sign-in");
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post("/kiosk/sign-in", "number", card, "code", "000000").body()).contains("do not go together");
        }
        HttpResponse<String> locked = browser.post("/kiosk/sign-in", "number", card, "code", DemoAccess.CARD_CODE);
        assertThat(locked.body()).contains("locked until");
        assertThat(browser.get("/kiosk/home").body()).contains("Sign in");
    }

    @Test
    void saysWhatIsWrongWithANumberThatIsNone() {
        Browser browser = machine("K-WRONG");
        browser.get("/kiosk/sign-in");
        for (String number : List.of("", "123", "'\"><script>alert(1)</script>", "\uD83D\uDE00".repeat(9), "9".repeat(5_000))) {
            HttpResponse<String> page = browser.post("/kiosk/sign-in", "number", number, "code", "1");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("identity number").doesNotContain("<script>alert");
        }
        assertThat(browser.post("/kiosk/sign-in").statusCode()).isEqualTo(200);
    }

    @Test
    void givesOneTicketForADoubleTouchAndOnlyInItsOwnCentre() {
        Browser browser = machine("K-TICKET");
        browser.get("/kiosk/ticket");
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = browser.post("/kiosk/ticket", "priority", "ELDER", "key", key);
        HttpResponse<String> second = browser.post("/kiosk/ticket", "priority", "ELDER", "key", key);
        assertThat(first.uri()).isEqualTo(second.uri());
        assertThat(first.body()).containsPattern("P\\d{3}");

        Browser elsewhere = machine("K-ELSEWHERE", "gongshu");
        assertThat(elsewhere.get(first.uri().getPath()).statusCode()).isEqualTo(404);
    }

    @Test
    void callsStaffOnceHoweverOftenOneTouches() {
        Browser browser = machine("K-CALL");
        browser.get("/kiosk/home");
        assertThat(browser.post("/kiosk/call-staff").body()).contains("Staff have been told");
        browser.post("/kiosk/call-staff");
        assertThat(TestCity.get(StaffCalls.class).listOpen(CENTRE)).filteredOn(c -> c.device().equals("K-CALL")).hasSize(1);
    }

    private static Browser machine(String id) {
        return machine(id, CENTRE);
    }

    private static Browser machine(String id, String centre) {
        String key = DeviceCookie.newKey();
        TestCity.get(Devices.class).enrol(id, centre, key);
        Browser browser = new Browser();
        browser.putCookie(Devices.COOKIE, id + "." + key, "/kiosk");
        return browser;
    }

    private static HttpResponse<String> signedIn(Browser browser, DemoAccess.Person person) {
        browser.get("/kiosk/sign-in");
        return browser.post("/kiosk/sign-in", "number", person.card(), "code", DemoAccess.CARD_CODE);
    }

    private DemoAccess.Person person(String username) {
        return demo.listResidents().stream().filter(p -> p.username().equals(username)).findFirst().orElseThrow();
    }
}
