package org.fourportals.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.base.CityTime;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** From a draft to what is in force and how far departments are, over HTTP. */
class InstrumentPagesTest {

    private static final Pattern ONE = Pattern.compile("/office/instruments/([0-9a-f-]{36})");
    private final LocalDate today = TestCity.get(CityTime.class).today();
    private final Browser drafter = new Browser().signIn("bureau", "/office");
    private final Browser second = new Browser().signIn("bureau-2", "/office");
    private final Browser police = new Browser().signIn("reviewer-police", "/office");

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String draft(String address, String revision, String title, String key, String... more) {
        String[] fields = new String[14 + more.length];
        String[] fixed = {"kind", "STANDARD", "revision", revision, "title-zh", title, "title-en", title.isEmpty() ? "" : "Dates", "text-zh", "日期写法",
                "text-en", "How <b>dates</b> are written", "key", key};
        System.arraycopy(fixed, 0, fields, 0, fixed.length);
        System.arraycopy(more, 0, fields, fixed.length, more.length);
        return drafter.post(address, fields).body();
    }

    private String drafted() {
        String body = draft("/office/instruments/new", "0", "日期标准", key(), "law", "civil-code", "dataset", "household-register");
        assertThat(body).contains("The draft is saved", "&lt;b", "Civil Code", "Affairs that rest on it", "Household register", "Somebody else reviews and approves")
                .doesNotContain("<b>dates</b>", "value=\"agree\"");
        var found = ONE.matcher(body);
        assertThat(found.find()).isTrue();
        return "/office/instruments/" + found.group(1);
    }

    private String approve(Browser who, String address, String revision, LocalDate from) {
        return who.post(address + "/decision", "revision", revision, "decision", "approve", "from-day", String.valueOf(from.getDayOfMonth()), "from-month",
                String.valueOf(from.getMonthValue()), "from-year", String.valueOf(from.getYear()), "key", key()).body();
    }

    @Test
    void isDraftedReviewedByAnotherApprovedAndImplemented() {
        assertThat(draft("/office/instruments/new", "0", "", key())).contains("Give a title in both languages");
        assertThat(draft("/office/instruments/new", "0", "x", key(), "law", "no-such-law")).contains("There is no such rule");
        assertThat(draft("/office/instruments/new", "0", "x", key(), "affair", "dog-licence", "dataset", "weather-observations")).contains("There is no such rule or grant in force");
        String address = drafted();
        assertThat(drafter.post(address + "/decision", "revision", "1", "decision", "agree", "key", key()).body()).contains("You drafted this");
        assertThat(police.get(address).statusCode()).as("not approved yet").isEqualTo(404);
        assertThat(approve(second, address, "1", today)).contains("It has to be reviewed first");
        assertThat(second.post(address + "/decision", "revision", "1", "decision", "send-back", "reason", " ", "key", key()).body()).contains("Say why");
        assertThat(second.post(address + "/decision", "revision", "1", "decision", "send-back", "reason", "too short", "key", key()).body()).contains("It went back", "too short");
        assertThat(draft(address + "/draft", "1", "日期标准", key())).contains("The draft is saved");
        assertThat(draft(address + "/draft", "1", "日期标准", key())).as("opened before it was saved").contains("Somebody has changed this");
        assertThat(second.post(address + "/decision", "revision", "1", "decision", "agree", "key", key()).body()).contains("Somebody has changed this");
        assertThat(second.post(address + "/decision", "revision", "2", "decision", "agree", "key", key()).body()).contains("It can be approved now");
        assertThat(approve(second, address, "2", today.minusDays(1))).contains("Type days that have not gone by");
        assertThat(approve(second, address, "2", today)).contains("Approved.", "In force");
        assertThat(second.post(address + "/decision", "revision", "2", "decision", "agree", "key", key()).statusCode()).isEqualTo(404);

        assertThat(police.get("/office/instruments").body()).contains(address).doesNotContain("Write a new one");
        assertThat(police.post(address + "/implementation", "department", "public-security", "state", "UNDER_WAY", "note", "half of it", "key", key()).body())
                .contains("Noted.", "half of it", "Under way");
        assertThat(police.post(address + "/implementation", "department", "education", "state", "IMPLEMENTED", "key", key()).statusCode()).isEqualTo(403);
        assertThat(police.post(address + "/decision", "revision", "2", "decision", "agree", "key", key()).statusCode()).isEqualTo(403);
        assertThat(drafter.post(address + "/implementation", "department", "public-security", "state", "IMPLEMENTED", "key", key()).body()).contains("Done", "half of it");
    }

    @Test
    void aNewVersionEndsTheOldOneAndBothAreKept() {
        String address = drafted();
        second.post(address + "/decision", "revision", "1", "decision", "agree", "key", key());
        approve(second, address, "1", today);
        assertThat(draft(address + "/draft", "0", "新版日期标准", key())).contains("version 2", "Draft");
        assertThat(drafter.get(address + "?version=1").body()).contains("version 1", "In force");
        second.post(address + "/decision", "revision", "1", "decision", "agree", "key", key());
        assertThat(approve(second, address, "1", today)).as("the version before began today").contains("Type days that have not gone by");
        assertThat(approve(second, address, "1", today.plusDays(1))).contains("Approved.");
        LocalDate last = today.plusDays(3);
        assertThat(drafter.post(address + "/end", "until-day", "", "until-month", "", "until-year", "", "end-reason", "x", "key", key()).body()).contains("Type a day that has not gone by");
        assertThat(drafter.post(address + "/end", "until-day", String.valueOf(last.getDayOfMonth()), "until-month", String.valueOf(last.getMonthValue()), "until-year",
                String.valueOf(last.getYear()), "end-reason", "no longer needed", "key", key()).body()).contains("Its last day is set");
    }
}
