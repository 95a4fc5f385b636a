package org.fourportals.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.base.CityTime;
import org.fourportals.portal.Browser;
import org.fourportals.sharing.Grants;
import org.junit.jupiter.api.Test;

/** From what would be saved to a line of the plan, and how far it is, over HTTP. */
class PlanPagesTest {

    private final Savings savings = TestCity.get(Savings.class);
    private final Plans plans = TestCity.get(Plans.class);
    private final int nextYear = TestCity.get(CityTime.class).today().getYear() + 1;

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void ranksWhatIsStillBroughtAndTakesItIntoAPlanOnce() {
        savings.workOut();
        Saving saving = savings.list().stream().filter(each -> plans.find(each.line()).isEmpty()).findFirst().orElseThrow();
        Browser bureau = new Browser().signIn("bureau", "/office");
        assertThat(bureau.get("/office/savings").body()).contains("possibilities, worked out", "data sets that no affair reads");
        assertThat(bureau.get("/office/savings?department=civil-affairs&dataset=nonsense&page=9").body()).contains("Nothing here");
        String query = "?affair=" + saving.line().affair() + "&requirement=" + saving.line().requirement() + "&dataset=" + saving.line().dataset();
        assertThat(bureau.get("/office/savings/adopt" + query).body()).contains("Why we think so", "is taken from this data set in", "Take into the plan");
        assertThat(bureau.get("/office/savings/adopt?affair=x&requirement=y&dataset=z").statusCode()).isEqualTo(404);
        assertThat(adopt(bureau, saving, "1999", "1", "civil-affairs", key())).contains("Choose a quarter that has not gone by");
        assertThat(adopt(bureau, saving, String.valueOf(nextYear), "", "civil-affairs", key())).contains("Choose a quarter that has not gone by");
        assertThat(adopt(bureau, saving, String.valueOf(nextYear), "2", "nobody", key())).contains("Choose who answers for it");
        String key = key();
        for (int press = 0; press < 2; press++) {
            assertThat(adopt(bureau, saving, String.valueOf(nextYear), "2", "civil-affairs", key)).contains("It is in the plan", "Plan for " + nextYear, "Civil Affairs");
        }
        assertThat(adopt(bureau, saving, String.valueOf(nextYear), "3", "education", key())).contains("This is in a plan already");
        assertThat(bureau.get("/office/savings/adopt" + query).body()).contains("In the plan: ").doesNotContain("Take into the plan");

        PlanLine line = plans.find(saving.line()).orElseThrow();
        assertThat(line.state(LocalDate.of(nextYear, 7, 1))).isEqualTo(PlanLine.State.LATE);
        TestCity.get(Grants.class).grant(saving.line().affair(), saving.line().dataset(), Set.of("name"), "a law");
        plans.lookAfter();
        assertThat(plans.find(saving.line()).orElseThrow().grantedOn()).isNotNull();
        String address = "/office/plan/" + line.id();
        assertThat(bureau.get(address).body()).contains("Take it out of the plan", "Granted");
        assertThat(bureau.post(address, "reason", " ", "key", key()).body()).contains("Say why, in at most");
        assertThat(bureau.post(address, "reason", "<b>not lawful</b>", "key", key()).body()).contains("It has been taken out of the plan");
        assertThat(bureau.post(address, "reason", "again", "key", key()).body()).contains("It is not in the plan any more");
        assertThat(bureau.get(address).statusCode()).isEqualTo(404);
        assertThat(plans.find(saving.line())).isEmpty();
    }

    @Test
    void isForTheBureauAlone() {
        Browser reviewer = new Browser().signIn("reviewer-fire", "/office");
        assertThat(reviewer.get("/office/plan").statusCode()).isEqualTo(403);
        assertThat(reviewer.get("/office/savings").statusCode()).isEqualTo(403);
    }

    private static String adopt(Browser bureau, Saving saving, String year, String quarter, String department, String key) {
        return bureau.post("/office/savings/adopt", "affair", saving.line().affair(), "requirement", saving.line().requirement(), "dataset", saving.line().dataset(),
                "year", year, "quarter", quarter, "department", department, "key", key).body();
    }
}
