package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.bureau.FieldReports;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.fourportals.sharing.OwnData;
import org.fourportals.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** People see what is held about them and say what is wrong; the department that holds it answers. */
class HeldDataPagesTest {

    private static final Pattern RECORD = Pattern.compile("name=\"dataset\" value=\"household-register\"><input type=\"hidden\" name=\"record\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"place\" value=\"(r\\d+)\"");
    private static final Pattern REPORT = Pattern.compile("/office/corrections/fields/([0-9a-f-]{36})");

    private static Subject subject(String username) {
        return TestCity.get(Accounts.class).findByUsername(username).orElseThrow().subject();
    }

    private static Matcher record(Browser browser, String path) {
        Matcher found = RECORD.matcher(browser.get(path).body());
        assertThat(found.find()).as("her household record on " + path).isTrue();
        return found;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void everybodySeesHerOwnAndTheLookIsInTheLog() {
        Browser resident = new Browser().signIn("sun-li", "/data");
        for (String path : List.of("/data", "/m/data")) {
            assertThat(resident.get(path).body()).contains("What the city holds about you", "Household register", "Something is wrong here")
                    .contains(TestCity.get(Sharing.class).findIdentifier(subject("sun-li")).orElseThrow())
                    .doesNotContain(TestCity.get(Sharing.class).findIdentifier(subject("ma-chao")).orElseThrow());
        }
        AuditLog.Read read = TestCity.get(AuditLog.class).listReads(subject("sun-li"), Long.MAX_VALUE, 1).getFirst();
        assertThat(read.purpose()).isEqualTo(OwnData.PURPOSE);
        assertThat(read.actor()).isEqualTo("resident:" + subject("sun-li").number());
        assertThat(resident.get("/reads").body()).contains("Seeing what the city holds", "Article 45");
        assertThat(new Browser().get("/data").uri().getPath()).isEqualTo("/sign-in");
        assertThat(new Browser().signIn("reviewer-police", "/office").get("/data").statusCode()).isEqualTo(403);
        Actor clerk = new Actor.Staff("clerk", new Text("员", "Clerk"), Set.of(Role.CLERK), "township-offices", "xihu", Portal.COUNTER, null);
        assertThatThrownBy(() -> TestCity.get(OwnData.class).list(clerk, subject("sun-li"))).hasMessageContaining("may not see");
    }

    @Test
    void aWrongFieldIsReportedOnceAnsweredOnceAndRead() {
        Browser resident = new Browser().signIn("ma-chao", "/data");
        Matcher record = record(resident, "/data");
        String id = record.group(1);
        String place = record.group(2);
        assertThat(resident.post("/data", "dataset", "household-register", "record", id, "place", place, "said", "x", "key", key()).body()).contains("Choose what is wrong");
        assertThat(resident.post("/data", "dataset", "household-register", "record", id, "place", place, "field", "address", "said", " ", "key", key()).body())
                .contains("Say what it should be, in at most 500");
        assertThat(resident.post("/data", "dataset", "household-register", "record", id, "place", place, "field", "address", "said", "<b>" + "x".repeat(500), "key", key()).body())
                .contains("Say what it should be").doesNotContain("<b>xxx");
        String once = key();
        for (int press = 0; press < 2; press++) {
            assertThat(resident.post("/data", "dataset", "household-register", "record", id, "place", place, "field", "address", "said", "西湖区 <i>9</i> 号", "key", once).body())
                    .contains("Your report has the number", "answers by");
        }
        assertThat(resident.post("/data", "dataset", "household-register", "record", id, "place", place, "field", "address", "said", "again", "key", key()).body())
                .contains("This was reported before");
        assertThat(resident.get("/data").body()).contains("is looking into it and answers by");

        Browser police = new Browser().signIn("reviewer-police", "/office");
        Matcher found = REPORT.matcher(police.get("/office/corrections").body());
        assertThat(found.find()).isTrue();
        String address = "/office/corrections/fields/" + found.group(1);
        assertThat(police.get(address).body()).contains("西湖区 &lt;i&gt;9", "Held now").doesNotContain("<i>9");
        AuditLog.Read look = TestCity.get(AuditLog.class).listReads(subject("ma-chao"), Long.MAX_VALUE, 1).getFirst();
        assertThat(look.purpose()).isEqualTo(OwnData.REPORTED);
        assertThat(look.fields()).containsExactly("address");
        assertThat(new Browser().signIn("reviewer-fire", "/office").get(address).statusCode()).isEqualTo(404);
        assertThat(new Browser().signIn("reviewer-fire", "/office").post(address, "finding", "register", "remark", "x", "key", key()).statusCode()).isEqualTo(404);
        assertThat(police.post(address, "finding", "register", "remark", " ", "key", key()).body()).contains("Answer in a sentence or two");
        assertThat(police.post(address, "finding", "register", "remark", "Corrected as in your booklet.", "key", key()).body()).contains("Answered.");
        assertThat(police.post(address, "finding", "answer", "remark", "twice", "key", key()).body()).contains("This has been answered");
        assertThat(resident.get("/m/data").body()).contains("says that the register was wrong", "Corrected as in your booklet.").doesNotContain("twice");
    }

    @Test
    void nobodyReportsWhatIsNotHers() {
        Browser resident = new Browser().signIn("sun-li", "/data");
        String hers = record(new Browser().signIn("ma-chao", "/data"), "/data").group(1);
        int before = TestCity.get(FieldReports.class).of(subject("ma-chao")).size();
        resident.post("/data", "dataset", "household-register", "record", hers, "field", "address", "said", "mine", "key", key());
        assertThat(TestCity.get(FieldReports.class).of(subject("ma-chao"))).as("a record's id means one of her own").hasSize(before);
        for (String[] wrong : List.of(new String[] {"household-register", "nothing", "address"},
                new String[] {"no-such-register", hers, "address"}, new String[] {"company-register", "x", "name"})) {
            assertThat(resident.post("/data", "dataset", wrong[0], "record", wrong[1], "field", wrong[2], "said", "mine", "key", key()).body()).contains("no longer there");
        }
        String own = record(resident, "/data").group(1);
        assertThat(resident.post("/data", "dataset", "household-register", "record", own, "field", "nonsense", "said", "mine", "key", key()).body()).contains("no longer there");
    }

    @Test
    void aClerkSeesItWithWhomSheServesOnly() {
        Browser clerk = new Browser().signIn("clerk-xihu", "/counter");
        assertThat(clerk.get("/counter/data").body()).contains("You serve nobody");
        clerk.post("/counter", "residentId", TestCity.get(Sharing.class).findIdentifier(subject("sun-li")).orElseThrow());
        Matcher record = record(clerk, "/counter/data");
        assertThat(clerk.post("/counter/data", "dataset", "household-register", "record", record.group(1), "place", record.group(2), "field", "hukouPlace", "said", "杭州",
                "key", key()).body()).contains("Your report has the number");
        assertThat(new Browser().signIn("sun-li", "/data").get("/data").body()).contains("is looking into it");
        clerk.post("/counter/serve/end");
        assertThat(clerk.get("/counter/data").body()).contains("You serve nobody");
    }
}
