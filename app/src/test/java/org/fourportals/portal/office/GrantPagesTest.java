package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** What departments ask of each other, over HTTP. */
class GrantPagesTest {

    private static final Pattern REQUEST = Pattern.compile("/office/grants/([0-9a-f-]{36})");
    private static final String ASK = "/office/grants/new?affair=food-business-licence&dataset=";

    private static Browser signedIn(String name) {
        Browser browser = new Browser();
        browser.signIn(name, "/office");
        return browser;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void isAskedOnceDecidedByTheHolderAndEndedByIt() {
        Browser market = signedIn("reviewer-market");
        assertThat(market.get("/office/grants").body()).contains("Data between departments", "Ask for data");
        assertThat(market.get("/office/grants/new").body()).contains("For which of your affairs").doesNotContain("Send the request");
        assertThat(market.get(ASK + "fire-inspections").statusCode()).isEqualTo(200);
        String dataset = "household-register";
        assertThat(market.get(ASK + dataset).body()).contains("The decision is with: Hangzhou Public Security Bureau", "Send the request");
        assertThat(market.post("/office/grants/new", "affair", "food-business-licence", "dataset", dataset, "key", key()).body()).contains("Choose at least one field");
        assertThat(market.post("/office/grants/new", "affair", "food-business-licence", "dataset", dataset, "fields", "ethnicity", "ground", "x".repeat(400),
                "reason", "<b>why</b>", "key", key()).body()).contains("Name the law that allows it", "&lt;b").doesNotContain("<b>why");
        assertThat(market.post("/office/grants/new", "affair", "food-business-licence", "dataset", dataset, "fields", "ethnicity", "ground", "law", "reason", "why",
                "until-day", "31", "until-month", "2", "until-year", "2027", "key", key()).body()).contains("Type a day that has not gone by");
        assertThat(market.post("/office/grants/new", "affair", "old-age-allowance", "dataset", dataset, "fields", "ethnicity", "ground", "law", "reason", "why", "key", key())
                .body()).as("another department's affair").contains("Choose an affair of your department");
        String key = key();
        String sent = "";
        for (int press = 0; press < 2; press++) {
            sent = market.post("/office/grants/new", "affair", "food-business-licence", "dataset", dataset, "fields", "ethnicity", "ground", "Food law, article 35",
                    "reason", "nobody brings it", "key", key).body();
            assertThat(sent).contains("The request has been sent", "Waiting", "Food law, article 35", "Take the request back").doesNotContain("value=\"grant\"");
        }
        String id = id(market.get("/office/grants").body());
        assertThat(market.post("/office/grants/" + id, "decision", "grant", "fields", "ethnicity", "key", key()).statusCode()).as("not the holder").isEqualTo(404);
        assertThat(signedIn("reviewer-fire").get("/office/grants/" + id).statusCode()).as("concerns another").isEqualTo(404);
        assertThat(signedIn("bureau").get("/office/grants/" + id).body()).contains("nobody brings it").doesNotContain("value=\"grant\"", "Take the request back");

        Browser police = signedIn("reviewer-police");
        assertThat(police.get("/office/grants").body()).contains("/office/grants/" + id);
        assertThat(police.get("/office/grants/" + id).body()).contains("Fields you grant", "value=\"grant\"");
        assertThat(police.post("/office/grants/" + id, "decision", "decline", "key", key()).body()).contains("Say why you decline");
        assertThat(police.post("/office/grants/" + id, "decision", "steal", "key", key()).statusCode()).isEqualTo(400);
        assertThat(police.post("/office/grants/" + id, "decision", "grant", "fields", "ethnicity", "answer", "Granted by the rules", "key", key()).body())
                .contains("Granted. From now on", "Granted by the rules");
        assertThat(police.post("/office/grants/" + id, "decision", "decline", "answer", "no", "key", key()).body()).contains("has been decided already");

        assertThat(police.get("/office/grants/in-force?dataset=" + dataset).body()).contains("Food law, article 35");
        assertThat(market.get("/office/grants/in-force?dataset=" + dataset).body()).as("not theirs").doesNotContain("Food law, article 35");
        String end = "/office/grants/revoke?purpose=food-business-licence&dataset=" + dataset;
        assertThat(market.get(end).statusCode()).isEqualTo(404);
        assertThat(police.get(end).body()).contains("End it now");
        assertThat(police.post("/office/grants/revoke", "purpose", "food-business-licence", "dataset", dataset, "reason", " ", "key", key()).body()).contains("Say why, in at most");
        assertThat(police.post("/office/grants/revoke", "purpose", "food-business-licence", "dataset", dataset, "reason", "no longer needed", "key", key()).body())
                .contains("The grant has ended").doesNotContain("Food law, article 35");
    }

    private static String id(String page) {
        var found = REQUEST.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void isForReviewersAndTheBureauOnly() {
        for (String path : List.of("/office/grants", "/office/grants/new", "/office/grants/in-force")) {
            assertThat(signedIn("editor").get(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(signedIn("bureau").get("/office/grants/new").statusCode()).isEqualTo(403);
        assertThat(signedIn("reviewer-fire").get("/office/grants/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }
}
