package org.fourportals.portal.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** A clerk's window over HTTP: what she may open, and what becomes of a case in her hands. */
class CounterPagesTest {

    private final FoodLicence licence = new FoodLicence();

    @Test
    void opensNoDraftOfSomebodySheDoesNotServe() {
        UUID draft = licence.draft();
        Browser clerk = clerk("clerk-xihu");
        assertThat(clerk.get("/counter/cases/" + draft).statusCode()).isEqualTo(404);

        serve(clerk, "wu-haiyan");
        assertThat(clerk.get("/counter/cases/" + draft).statusCode()).isEqualTo(404);
        assertThat(clerk.post("/counter/cases/" + draft + "/serve").statusCode()).isEqualTo(404);

        serve(clerk, "shen-jiaming");
        assertThat(clerk.get("/counter").body()).contains("/counter/apply/" + draft);
    }

    @Test
    void saysWhomSheServesOnEveryPageUntilSheEnds() {
        Browser clerk = clerk("clerk-gongshu");
        HttpResponse<String> home = serve(clerk, "ma-chao");
        String name = TestCity.person("ma-chao").name().zh();
        assertThat(home.body()).contains("You are serving").contains(name);
        assertThat(clerk.get("/counter/worklist").body()).contains("You are serving").contains(name);
        assertThat(clerk.post("/counter/serve/end").body()).doesNotContain("You are serving");
    }

    @Test
    void saysWhatIsWrongWithANumberOrThatNobodyHasIt() {
        Browser clerk = clerk("clerk-gongshu");
        clerk.get("/counter");
        assertThat(clerk.post("/counter", "residentId", "11010519491231002").body()).contains("has 18 characters; this has 17");
        assertThat(clerk.post("/counter", "residentId", "110105194912310021").body()).contains("check character");
        assertThat(clerk.post("/counter", "residentId", "11010519491231002X").body()).contains("the city knows nobody by it");
        assertThat(clerk.post("/counter", "residentId", "<b>\uD83D\uDE00'\"").body()).doesNotContain("<b>\uD83D\uDE00");
        assertThat(clerk.get("/counter").body()).doesNotContain("You are serving");
    }

    @Test
    void findsACaseFromAnyCentreAndKindlyRefusesAWrongNumber() {
        Case about = licence.handedIn();
        String number = String.valueOf(about.number());
        Browser elsewhere = clerk("clerk-gongshu");
        assertThat(elsewhere.get("/counter/lookup?number=" + number.toLowerCase()).uri().getPath()).isEqualTo("/counter/cases/" + about.id());
        char last = number.charAt(number.length() - 1);
        String wrong = number.substring(0, number.length() - 1) + (last == 'A' ? 'B' : 'A');
        assertThat(elsewhere.get("/counter/lookup?number=" + wrong).body()).contains("contradicts its check character");
        assertThat(elsewhere.get("/counter/lookup").body()).contains("Enter a case number");
    }

    @Test
    void acceptsACaseInTwoActionsAndTellsASecondClerkWhoHoldsIt() {
        Case about = licence.handedIn();
        String address = "/counter/cases/" + about.id();
        Browser first = clerk("clerk-xihu-2");
        assertThat(first.get(address).body()).contains("Accept").contains("Look at:");
        Browser second = clerk("clerk-xihu");
        assertThat(second.get(address).body()).contains("方志远 is working on this until").doesNotContain("name=\"version\"");
        assertThat(second.post(address + "/accept", "version", String.valueOf(about.rowVersion()), "key", UUID.randomUUID().toString()).body())
                .contains("方志远 is working on this until");
        assertThat(second.get("/counter/worklist").body()).contains(String.valueOf(about.number())).contains("方志远");

        String key = UUID.randomUUID().toString();
        assertThat(first.post(address + "/accept", "version", String.valueOf(about.rowVersion()), "key", key).body()).contains("Accepted.");
        assertThat(first.post(address + "/accept", "version", String.valueOf(about.rowVersion()), "key", key).body()).contains("Accepted.");
        assertThat(licence.seen(about.id()).state()).isEqualTo(CaseState.IN_REVIEW);
        assertThat(second.post(address + "/take-over").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsBackOnlyWithAPaperAndAReasonAndKeepsWhatWasTyped() {
        Case about = licence.handedIn();
        String address = "/counter/cases/" + about.id();
        Browser clerk = clerk("clerk-xihu");
        String page = clerk.get(address).body();
        String paper = page.replaceAll("(?s).*?name=\"requirement\" value=\"([^\"]+)\".*", "$1");
        String version = String.valueOf(about.rowVersion());
        assertThat(clerk.post(address, "version", version, "key", UUID.randomUUID().toString(), "reason", "<i>看不清</i>").body())
                .contains("Tick at least one paper").contains("&lt;i&gt;看不清").doesNotContain("<i>看不清");
        assertThat(clerk.post(address, "version", version, "key", UUID.randomUUID().toString(), "requirement", paper).body())
                .contains("Write a reason");
        assertThat(clerk.post(address, "version", version, "key", UUID.randomUUID().toString(), "requirement", paper, "reason", "看不清").body())
                .contains("Sent back to the applicant.").contains("asked for again");
        assertThat(licence.seen(about.id()).state()).isEqualTo(CaseState.SUPPLEMENT);
    }

    @Test
    void opensTheFilesOfACaseAndNoOthers() {
        Case about = licence.handedIn();
        Browser clerk = clerk("clerk-xihu");
        String address = "/counter/cases/" + about.id();
        String document = clerk.get(address).body().replaceAll("(?s).*?(/counter/cases/[^\"]+/documents/[^\"]+)\".*", "$1");
        HttpResponse<String> opened = clerk.get(document);
        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).isIn("image/png", "application/pdf"));
        assertThat(clerk.get(address + "/documents/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void isClosedToResidentsAndStrangers() {
        assertThat(new Browser().get("/counter").uri().getPath()).isEqualTo("/sign-in");
        assertThat(new Browser().signIn("ma-chao", "/oauth2/authorization/city").get("/counter").statusCode()).isEqualTo(403);
    }

    private static Browser clerk(String username) {
        return new Browser().signIn(username, "/counter");
    }

    private static HttpResponse<String> serve(Browser clerk, String username) {
        clerk.get("/counter");
        return clerk.post("/counter", "residentId", TestCity.person(username).card());
    }
}
