package org.fourportals.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.fourportals.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** A resident asks why somebody looked at her data, and the data bureau answers. */
class ReadEnquiryPagesTest {

    private static final Pattern ENQUIRY = Pattern.compile("/office/enquiries/([0-9a-f-]{36})");

    private static Subject subject(String username) {
        return TestCity.get(Accounts.class).findByUsername(username).orElseThrow().subject();
    }

    /** A clerk looks, and the number of the entry. */
    private static long look(String at) {
        Actor clerk = new Actor.Staff("clerk-curious", new Text("谁", "Who"), Set.of(Role.CLERK), "township-offices", "xihu", Portal.COUNTER, null);
        TestCity.get(Sharing.class).read(new Sharing.Reason(clerk, "old-age-allowance", UUID.randomUUID()), subject(at), "household-register");
        return TestCity.get(AuditLog.class).listReads(subject(at), Long.MAX_VALUE, 1).getFirst().number();
    }

    @Test
    void isAskedOnceAnsweredOnceAndReadBesideTheEntry() {
        long entry = look("sun-li");
        Browser resident = new Browser().signIn("sun-li", "/reads");
        assertThat(resident.get("/reads").body()).contains("/reads/" + entry + "/ask");
        assertThat(resident.get("/reads/" + entry + "/ask").body()).contains("What would you like to know?");
        assertThat(resident.post("/reads/" + entry + "/ask", "words", "x".repeat(1_001)).body()).contains("At most 1000 characters");
        String key = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) {
            assertThat(resident.post("/reads/" + entry + "/ask", "words", "Who is <b>that</b>?", "key", key).body()).contains("Your enquiry has the number", "The answer comes by");
        }
        assertThat(resident.post("/reads/" + entry + "/ask", "words", "again", "key", UUID.randomUUID().toString()).body()).contains("You have asked about this look already");

        Browser bureau = new Browser().signIn("bureau", "/office");
        var found = ENQUIRY.matcher(bureau.get("/office/enquiries").body());
        assertThat(found.find()).isTrue();
        String address = "/office/enquiries/" + found.group(1);
        assertThat(bureau.get(address).body()).contains("Who is &lt;b&gt;that", "谁", "Household register").doesNotContain("<b>that");
        assertThat(bureau.post(address, "finding", "mistaken", "words", " ", "key", UUID.randomUUID().toString()).body()).contains("Tell her what you found, in at most 2000");
        assertThat(bureau.post(address, "finding", "nonsense", "words", "x", "key", UUID.randomUUID().toString()).statusCode()).isEqualTo(400);
        assertThat(bureau.post(address, "finding", "mistaken", "words", "She typed a wrong number.", "key", UUID.randomUUID().toString()).body()).contains("Answered");
        assertThat(bureau.post(address, "finding", "rightful", "words", "twice", "key", UUID.randomUUID().toString()).body()).contains("has been answered already");
        assertThat(resident.get("/reads").body()).contains("somebody looked by mistake", "She typed a wrong number.").doesNotContain("twice");
        assertThat(resident.get("/m/reads").body()).contains("She typed a wrong number.");
    }

    @Test
    void nobodyAsksAboutSomebodyElsesData() {
        long entry = look("sun-li");
        Browser other = new Browser().signIn("ma-chao", "/reads");
        other.get("/reads/" + entry + "/ask");
        assertThat(other.post("/reads/" + entry + "/ask", "words", "why").statusCode()).isEqualTo(404);
        assertThat(other.post("/reads/999999999/ask").statusCode()).isEqualTo(404);
        assertThat(other.get("/reads/x/ask").statusCode()).isEqualTo(400);
        assertThat(new Browser().get("/reads/" + entry + "/ask").uri().getPath()).isEqualTo("/sign-in");
        assertThat(new Browser().signIn("reviewer-fire", "/office").get("/office/enquiries").statusCode()).isEqualTo(403);
        assertThat(new Browser().signIn("bureau", "/office").get("/office/enquiries/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }
}
