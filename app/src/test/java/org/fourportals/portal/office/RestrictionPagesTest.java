package org.fourportals.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.fourportals.audit.AuditLog;
import org.fourportals.audit.Restriction;
import org.fourportals.audit.Restrictions;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.fourportals.bureau.DecideRestriction;
import org.fourportals.desk.Desk;
import org.fourportals.identity.Accounts;
import org.fourportals.portal.Browser;
import org.fourportals.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** A law keeps a department's looks from whom they are about, for a while; afterwards she reads all of them. */
class RestrictionPagesTest {

    private static final String GROUND = "个人信息保护法第三十五条";

    private static Subject subject(String username) {
        return TestCity.get(Accounts.class).findByUsername(username).orElseThrow().subject();
    }

    /** Somebody of a department looks, and the number of the entry. */
    private static long look(String at, String department) {
        Actor staff = new Actor.Staff("inspector-" + department, new Text("查案人", "Inspector"), Set.of(Role.REVIEWER), department, null, Portal.OFFICE, null);
        TestCity.get(Sharing.class).read(new Sharing.Reason(staff, "old-age-allowance", UUID.randomUUID()), subject(at), "household-register");
        return TestCity.get(AuditLog.class).listReads("household-register", 1).getFirst().number();
    }

    private static boolean seenBy(String username, long entry) {
        return TestCity.get(AuditLog.class).listReads(subject(username), Long.MAX_VALUE, 200).stream().anyMatch(read -> read.number() == entry);
    }

    private static String ask(Browser head, String username, String file, LocalDate until) {
        return head.post("/office/restrictions", "residentId", TestCity.get(Sharing.class).findIdentifier(subject(username)).orElseThrow(), "file", file, "ground", GROUND,
                "until-day", "" + until.getDayOfMonth(), "until-month", "" + until.getMonthValue(), "until-year", "" + until.getYear(), "key", UUID.randomUUID().toString()).body();
    }

    private static UUID id(String file) {
        return TestCity.get(Restrictions.class).list(null).stream().filter(each -> each.file().equals(file)).map(Restriction::id).findFirst().orElseThrow();
    }

    private static LocalDate today() {
        return TestCity.get(CityTime.class).today();
    }

    @Test
    void looksAreKeptBackOnlyWhileItHoldsAndThenAllAreShown() {
        Browser head = new Browser().signIn("head-fire", "/office");
        Browser bureau = new Browser().signIn("bureau", "/office");
        Browser resident = new Browser().signIn("zhao-peng", "/reads");
        long before = look("zhao-peng", "fire-rescue");
        assertThat(ask(head, "zhao-peng", "F-2026-1", today().plusDays(30))).contains("Asked. Until the data bureau decides");
        long waiting = look("zhao-peng", "fire-rescue");
        assertThat(ask(head, "zhao-peng", "F-2026-2", today().plusDays(30))).contains("has asked for this person already");
        String address = "/office/restrictions/" + id("F-2026-1");
        assertThat(bureau.get("/office/restrictions").body()).contains("F-2026-1", GROUND, "Waits for a decision");
        assertThat(bureau.post(address + "/decide", "decision", "grant", "words", " ", "key", UUID.randomUUID().toString()).body()).contains("Give your reasons");
        assertThat(bureau.post(address + "/lift", "key", UUID.randomUUID().toString()).body()).contains("This is not in force");
        String key = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) {
            assertThat(bureau.post(address + "/decide", "decision", "grant", "words", "as the law says", "key", key).body()).contains("Granted.");
        }
        assertThat(bureau.post(address + "/decide", "decision", "refuse", "words", "no", "key", UUID.randomUUID().toString()).body()).contains("decided already");

        long kept = look("zhao-peng", "fire-rescue");
        long others = look("zhao-peng", "civil-affairs");
        assertThat(java.util.List.of(seenBy("zhao-peng", before), seenBy("zhao-peng", waiting), seenBy("zhao-peng", kept), seenBy("zhao-peng", others)))
                .containsExactly(true, true, false, true);
        assertThat(resident.post("/reads/" + kept + "/ask", "words", "why").statusCode()).as("as if there were none").isEqualTo(404);
        assertThat(resident.get("/reads").body()).doesNotContain("kept from you by law");
        assertThat(bureau.get("/office/reads").body()).as("the bureau sees all").contains("查案人");

        assertThat(head.post(address + "/lift", "key", UUID.randomUUID().toString()).body()).contains("Ended. The person reads");
        long after = look("zhao-peng", "fire-rescue");
        assertThat(seenBy("zhao-peng", kept) && seenBy("zhao-peng", after)).isTrue();
        assertThat(resident.get("/reads").body()).contains("1 looks were kept from you by law", GROUND, "/reads/" + after + "/ask").doesNotContain("F-2026-1");
        assertThat(resident.get("/m/reads").body()).contains("kept from you by law");
        assertThat(resident.post("/reads/" + kept + "/ask", "words", "why", "key", UUID.randomUUID().toString()).body()).contains("Your enquiry has the number");
        assertThat(head.post(address + "/lift", "key", UUID.randomUUID().toString()).body()).contains("This is not in force");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        Browser head = new Browser().signIn("head-civil", "/office");
        String whole = TestCity.get(Sharing.class).findIdentifier(subject("sun-li")).orElseThrow();
        LocalDate until = today().plusDays(181);
        assertThat(ask(head, "sun-li", "F", until)).contains("Choose a day from");
        assertThat(ask(head, "sun-li", "F", today().minusDays(1))).contains("Choose a day from");
        assertThat(ask(head, "sun-li", " ", today())).contains("Write something here");
        assertThat(ask(head, "sun-li", "x".repeat(301), today())).contains("Write something here");
        assertThat(head.post("/office/restrictions", "residentId", "330100199001011234", "file", "<b>F", "ground", GROUND, "until-day", "1", "until-month", "1",
                "until-year", "2027", "key", UUID.randomUUID().toString()).body()).contains("know nobody by this number", "&lt;b>F").doesNotContain("<b>F");
        assertThat(head.post("/office/restrictions", "residentId", whole, "file", "F", "ground", GROUND, "until-day", "31", "until-month", "2", "until-year", "2027",
                "key", UUID.randomUUID().toString()).body()).contains("Write a day that exists");
        assertThat(head.post("/office/restrictions", "key", UUID.randomUUID().toString()).body()).contains("Write a day that exists");
    }

    @Test
    void nobodyElseAsksDecidesOrReads() {
        Browser civil = new Browser().signIn("head-civil", "/office");
        ask(new Browser().signIn("head-market", "/office"), "ma-chao", "M-2026-7", today().plusDays(5));
        String address = "/office/restrictions/" + id("M-2026-7");
        assertThat(civil.get("/office/restrictions").body()).doesNotContain("M-2026-7");
        assertThat(civil.post(address + "/lift", "key", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        assertThat(civil.post(address + "/decide", "decision", "grant", "words", "x", "key", UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
        assertThat(new Browser().signIn("reviewer-fire", "/office").get("/office/restrictions").statusCode()).isEqualTo(403);
        assertThat(new Browser().signIn("bureau", "/office").post("/office/restrictions/" + UUID.randomUUID() + "/lift", "key", UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
        Actor both = new Actor.Staff("head-market", new Text("两", "Both"), Set.of(Role.HEAD, Role.BUREAU), "market-regulation", null, Portal.OFFICE, null);
        assertThat(TestCity.get(Desk.class).perform(both, TestCity.get(DecideRestriction.class), new DecideRestriction.Request(id("M-2026-7"), true, "mine"), UUID.randomUUID()))
                .as("who asked never decides").isEqualTo(new DecideRestriction.OwnRequest());
    }
}
