package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** Appointments over HTTP: hers and only hers, and what a form can bring. */
class BookingPagesTest {

    private static final Pattern DAY = Pattern.compile("day=(\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern TIME = Pattern.compile("name=\"begins\" value=\"(\\d\\d:\\d\\d)\">");
    private static final Pattern BOOKING = Pattern.compile("/bookings/([0-9a-f-]{36})\"");

    private static String lastDay(Browser browser, String centre) {
        List<MatchResult> days = DAY.matcher(browser.get("/bookings/new?centre=" + centre).body()).results().toList();
        return days.getLast().group(1);
    }

    private static List<String> times(Browser browser, String centre, String day) {
        return TIME.matcher(browser.get("/bookings/new?centre=" + centre + "&day=" + day).body()).results().map(found -> found.group(1)).toList();
    }

    private static String booking(String page) {
        var found = BOOKING.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void strangersAreLedToSignInAndOthersTurnedAway() {
        for (String path : List.of("/bookings", "/bookings/new", "/m/bookings", "/bookings/" + UUID.randomUUID())) {
            assertThat(new Browser().get(path).uri().getPath()).as(path).isEqualTo("/sign-in");
        }
        assertThat(new Browser().signIn("bureau", "/bookings").get("/bookings").statusCode()).isEqualTo(403);
        Browser clerk = new Browser().signIn("clerk-xihu", "/counter/bookings");
        assertThat(clerk.get("/counter/bookings").body()).contains("You are serving nobody");
        assertThat(clerk.get("/counter/bookings/new").body()).contains("You are serving nobody");
    }

    @Test
    void isBookedOnceMovedSeenByNobodyElseAndGivenBack() {
        Browser browser = new Browser().signIn("wu-haiyan", "/bookings");
        assertThat(browser.get("/bookings").body()).contains("You have no appointment");
        assertThat(browser.get("/bookings/new?affair=dog-licence").body()).contains("Register a dog or renew its licence", "Choose a centre").doesNotContain("name=\"begins\"");
        String day = lastDay(browser, "fuyang");
        List<String> times = times(browser, "fuyang", day);
        String key = UUID.randomUUID().toString();
        String page = "";
        for (int press = 0; press < 2; press++) {
            page = browser.post("/bookings/new", "centre", "fuyang", "day", day, "begins", times.getFirst(), "affair", "dog-licence", "key", key).body();
            assertThat(page).contains("Your appointment is booked", "Register a dog or renew its licence", times.getFirst(), "On the day");
        }
        String list = browser.get("/bookings").body();
        assertThat(list.split("Appointment number", -1)).as("one").hasSize(2);
        String id = booking(list);
        assertThat(browser.post("/bookings/new", "centre", "fuyang", "day", day, "begins", times.getFirst(), "key", UUID.randomUUID().toString()).body())
                .contains("You have an appointment at that time already");

        var calendar = browser.get("/bookings/" + id + "/calendar.ics");
        assertThat(calendar.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(calendar.body()).contains("BEGIN:VEVENT\r\n", "DTSTART:" + day.replace("-", ""), "TRIGGER:-PT2H");
        assertThat(calendar.body().lines()).allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);

        Browser other = new Browser().signIn("he-jing", "/bookings");
        other.get("/bookings/new?centre=fuyang");
        for (String path : List.of("", "/cancel", "/calendar.ics")) {
            assertThat(other.get("/bookings/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.post("/bookings/" + id + "/cancel").body()).contains("This appointment is no longer there");

        assertThat(browser.get("/bookings/new?move=" + id).body()).contains("Move the appointment", "Now:", "Register a dog or renew its licence");
        assertThat(browser.post("/bookings/new", "centre", "fuyang", "day", day, "begins", times.get(1), "affair", "dog-licence", "move", id).body())
                .contains("has been moved", times.get(1));
        String moved = booking(browser.get("/bookings").body());
        assertThat(moved).isNotEqualTo(id);
        assertThat(browser.get("/bookings/" + id).statusCode()).isEqualTo(404);
        assertThat(browser.get("/bookings/" + moved + "/cancel").body()).contains("Cancel this appointment?");
        assertThat(browser.post("/bookings/" + moved + "/cancel").body()).contains("The appointment is cancelled", "You have no appointment");
        assertThat(browser.post("/bookings/" + moved + "/cancel").body()).contains("no longer there");
    }

    @Test
    void whatCannotBeBookedIsSaidAndNothingIsLost() {
        Browser browser = new Browser().signIn("ma-chao", "/bookings");
        browser.get("/bookings/new?centre=fuyang");
        String day = lastDay(browser, "fuyang");
        String[][] wrong = {{"fuyang", "2026-02-30", "09:00"}, {"fuyang", day, "25:00"}, {"fuyang", day, "09:07"}, {"fuyang", "1999-01-04", "09:00"}, {"", "", ""},
            {"no-such-centre", day, "09:00"}, {"'; drop table centre.slots; --", day, "09:00"}, {"fuyang", day, "x".repeat(20_000)}};
        for (String[] typed : wrong) {
            assertThat(browser.post("/bookings/new", "centre", typed[0], "day", typed[1], "begins", typed[2]).body())
                    .as(String.join(" ", typed).substring(0, Math.min(40, String.join(" ", typed).length()))).contains("That time is taken or gone by");
        }
        String time = times(browser, "fuyang", day).getLast();
        assertThat(browser.post("/bookings/new", "centre", "fuyang", "day", day, "begins", time, "affair", "<script>alert(1)</script>", "key", "not-a-key").body())
                .contains("Your appointment is booked", "Advice").doesNotContain("<script>alert");
        assertThat(browser.get("/bookings/new?centre=%3Cscript%3E&day=x&affair=%00&move=x").statusCode()).isEqualTo(200);
        assertThat(browser.get("/bookings/not-an-id").statusCode()).isEqualTo(404);
        browser.post("/bookings/" + booking(browser.get("/bookings").body()) + "/cancel");
        assertThat(browser.get("/bookings").body()).contains("You have no appointment");
    }

    @Test
    void aClerkReceivesNobodyBeforeHerDay() {
        Browser browser = new Browser().signIn("he-jing", "/bookings");
        browser.get("/bookings/new?centre=xihu");
        String day = lastDay(browser, "xihu");
        browser.post("/bookings/new", "centre", "xihu", "day", day, "begins", times(browser, "xihu", day).getFirst());
        String id = booking(browser.get("/bookings").body());
        assertThat(browser.get("/bookings/" + id).body()).as("at home").doesNotContain("You can say that you are here from");

        Browser clerk = new Browser().signIn("clerk-xihu", "/counter");
        clerk.get("/counter");
        clerk.post("/counter", "residentId", TestCity.person("he-jing").card());
        assertThat(clerk.get("/counter/bookings").body()).contains("You can say that you are here from").doesNotContain("/arrive\"");
        assertThat(clerk.post("/counter/bookings/" + id + "/arrive").body()).as("an old page").contains("You can say that you are here from");
        assertThat(clerk.post("/counter/bookings/not-an-id/arrive").statusCode()).isEqualTo(404);
        Browser elsewhere = new Browser().signIn("clerk-gongshu", "/counter");
        elsewhere.get("/counter");
        elsewhere.post("/counter", "residentId", TestCity.person("he-jing").card());
        assertThat(elsewhere.post("/counter/bookings/" + id + "/arrive").body()).contains("This appointment is in another centre");
        assertThat(clerk.post("/counter/bookings/" + id + "/cancel").body()).contains("The appointment is cancelled");
    }

    @Test
    void theAssistantLeadsToItWithTheAffairChosen() {
        Browser browser = new Browser();
        TestCity.clock().advance(java.time.Duration.ofMinutes(2));
        browser.get("/assistant?at=/affairs/dog-licence");
        assertThat(browser.post("/assistant", "at", "/affairs/dog-licence", "question", "where do I make an appointment").body())
                .contains("/bookings/new?affair=dog-licence");
    }
}
