package org.fourportals.bureau;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.fourportals.TestCity;
import org.fourportals.portal.Browser;
import org.junit.jupiter.api.Test;

/** The data bureau looks at the quality of the data, over HTTP, in a city whose records are known to be sound. */
class QualityPagesTest {

    private final QualitySurveys surveys = TestCity.get(QualitySurveys.class);

    private void surveyed() throws Exception {
        surveys.awaitEnd();
        surveys.ask("test");
        surveys.work();
        surveys.awaitEnd();
    }

    @Test
    void showsTheWorstFirstAndEachWithFiguresTrendAndDifferences() throws Exception {
        surveyed();
        Browser bureau = new Browser().signIn("bureau", "/office");
        assertThat(bureau.get("/office").body()).contains("Gaps, mistakes and age of every data set");
        assertThat(bureau.get("/office/quality").body()).contains("Worst overall first", "data sets with records, as of", "Household register");
        assertThat(bureau.get("/office/quality?order=age&department=civil-affairs").body()).contains("Marriage register").doesNotContain("Household register");
        assertThat(bureau.get("/office/quality?order=nonsense&department=nobody&page=99").body()).contains("No figures yet");
        String register = bureau.get("/office/quality/household-register").body();
        assertThat(register).contains("Complete", "0 records too many", "How it has changed", "By field");
        assertThat(bureau.get("/office/quality/marriage-register").body()).contains("Everybody known to the city");
        assertThat(bureau.get("/office/datasets/household-register").body()).contains("/office/quality/household-register");
        assertThat(bureau.get("/office/quality/no-such").statusCode()).isEqualTo(404);
        surveys.listLatest().forEach(each -> assertThat(each.wrong()).as(each.dataset()).isZero());
    }

    @Test
    void isAskedForOnceAndOnlyByTheBureau() throws Exception {
        surveys.awaitEnd();
        Browser bureau = new Browser().signIn("bureau", "/office");
        String key = UUID.randomUUID().toString();
        for (int press = 0; press < 2; press++) {
            assertThat(bureau.post("/office/quality", "key", key).body()).containsAnyOf("It has begun", "This is being found out already");
        }
        surveyed();
        assertThat(bureau.post("/office/quality", "key", UUID.randomUUID().toString()).statusCode()).isEqualTo(200);
        assertThat(new Browser().signIn("reviewer-fire", "/office").get("/office/quality").statusCode()).isEqualTo(403);
        assertThat(new Browser().signIn("reviewer-fire", "/office").post("/office/quality", "key", key).statusCode()).isEqualTo(403);
    }
}
