package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Fill;
import org.fourportals.catalogue.PoolFacts.Found;
import org.fourportals.catalogue.PoolFacts.Proof;
import org.fourportals.circumstances.condition.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the records answer, and that whatever is missing or unreadable stays unknown. */
class PoolFactsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;
    SmallCity city;
    /** By `role/data set`; a key that is missing means unreadable. */
    private final Map<String, List<Map<String, Object>>> pool = new HashMap<>();
    private final PoolRecords records = (role, dataset) -> pool.get(role + "/" + dataset);

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    private Optional<Found> answer(String question) {
        var reading = city.read();
        assertThat(reading.problems()).isEmpty();
        AffairPlan plan = reading.plans().get("baby-card");
        return PoolFacts.answer(plan, plan.question(question), records, TODAY);
    }

    private Optional<Found> answerWith(String target, String replacement, String question) throws IOException {
        city.write(SmallCity.FILE, SmallCity.sound(target, replacement));
        return answer(question);
    }

    @Test
    void answersByTheFirstWayThatFits() {
        pool.put("subject/household-register", List.of(Map.of("hukouPlace", "zhejiang")));
        assertThat(answer("hukou")).contains(new Found(Answer.of("elsewhere"), List.of("household-register")));
        pool.put("subject/household-register", List.of(Map.of("hukouPlace", "hangzhou")));
        assertThat(answer("hukou")).contains(new Found(Answer.of("hangzhou"), List.of("household-register")));
    }

    @Test
    void knowsNothingWithoutRecords() {
        pool.put("subject/household-register", List.of());
        assertThat(answer("hukou")).isEmpty();
    }

    @Test
    void takesUnreadableRecordsAsUnknown() throws IOException {
        assertThat(answer("hukou")).isEmpty();
        String none = "{from: household-kinship, of: applicant, none: true, is: no}";
        String known = "{from: household-kinship, of: applicant, where: 'relation = \"child\"', count: '>= 2', is: yes}";
        assertThat(answerWith(known, none, "insured")).isEmpty();
        pool.put("applicant/household-kinship", List.of());
        assertThat(answerWith(known, none, "insured")).map(Found::answer).contains(Answer.NO);
        pool.put("applicant/household-kinship", List.of(Map.of("relation", "child")));
        assertThat(answerWith(known, none, "insured")).isEmpty();
    }

    @Test
    void takesAMissingFieldAsUnknown() {
        pool.put("subject/household-register", List.of(Map.of("name", "小明")));
        assertThat(answer("hukou")).isEmpty();
    }

    @Test
    void countsOnlyWhatIsSure() {
        Map<String, Object> child = Map.of("relation", "child");
        pool.put("applicant/household-kinship", List.of(child, Map.of("relation", "spouse")));
        assertThat(answer("insured")).isEmpty();
        pool.put("applicant/household-kinship", List.of(child, Map.of()));
        assertThat(answer("insured")).as("one child, and one relative whose relation is missing").isEmpty();
        pool.put("applicant/household-kinship", List.of(child, Map.of(), child));
        assertThat(answer("insured")).map(Found::answer).contains(Answer.YES);
    }

    @Test
    void doesNotPassOverAWayItCannotDecide() throws IOException {
        String known = "{from: household-register, of: subject, where: 'hukouPlace = \"hangzhou\"', is: hangzhou}";
        String kinship = "{from: household-kinship, of: subject, where: 'relation = \"child\"', is: hangzhou}";
        pool.put("subject/household-register", List.of(Map.of("hukouPlace", "zhejiang")));
        assertThat(answerWith(known, kinship, "hukou")).as("kinship was not read, it might say hangzhou").isEmpty();
        pool.put("subject/household-kinship", List.of());
        assertThat(answerWith(known, kinship, "hukou")).map(Found::answer).contains(Answer.of("elsewhere"));
    }

    @Test
    void takesAFieldOnlyWhereRecordsAgreeAndTheQuestionAdmitsIt() throws IOException {
        String max = "max: 36\n    known: [{from: penalty-points, of: applicant, field: points}]";
        city.tsv("datasets.tsv", Files.readString(folder.resolve("datasets.tsv")).strip().replace(' ', '~').replace('\t', ' '),
                "penalty-points police 分 Points person residentId:id,points:integer 100 personal");
        pool.put("applicant/penalty-points", List.of(Map.of("points", 12L)));
        assertThat(answerWith("max: 36", max, "months")).map(Found::answer).contains(Answer.of(12));
        pool.put("applicant/penalty-points", List.of(Map.of("points", 12L), Map.of("points", 12L)));
        assertThat(answerWith("max: 36", max, "months")).map(Found::answer).contains(Answer.of(12));
        pool.put("applicant/penalty-points", List.of(Map.of("points", 12L), Map.of("points", 13L)));
        assertThat(answerWith("max: 36", max, "months")).isEmpty();
        pool.put("applicant/penalty-points", List.of(Map.of("points", 12L), Map.of()));
        assertThat(answerWith("max: 36", max, "months")).isEmpty();
        pool.put("applicant/penalty-points", List.of(Map.of("points", 37L)));
        assertThat(answerWith("max: 36", max, "months")).as("beyond the question's range").isEmpty();
    }

    @Test
    void findsEvidence() {
        AffairPlan plan = city.read().plans().get("baby-card");
        var way = (Evidence.Pool) plan.requirement("birth-certificate").evidence().getFirst();
        assertThat(PoolFacts.evidence(way, records, TODAY)).isEqualTo(new Proof.Unknown());
        pool.put("subject/birth-certificates", List.of());
        assertThat(PoolFacts.evidence(way, records, TODAY)).isEqualTo(new Proof.Absent());
        Map<String, Object> old = Map.of("birthDate", TODAY.minusDays(367));
        pool.put("subject/birth-certificates", List.of(old));
        assertThat(PoolFacts.evidence(way, records, TODAY)).isEqualTo(new Proof.Absent());
        Map<String, Object> young = Map.of("birthDate", TODAY.minusDays(366));
        pool.put("subject/birth-certificates", List.of(old, Map.of(), young));
        assertThat(PoolFacts.evidence(way, records, TODAY)).isEqualTo(new Proof.Present("birth-certificates", young));
        pool.put("subject/birth-certificates", List.of(old, Map.of("birthDate", "yesterday")));
        assertThat(PoolFacts.evidence(way, records, TODAY)).isEqualTo(new Proof.Unknown());
    }

    @Test
    void fillsOnlyWithOneValue() {
        Fill fill = new Fill("household-register", "subject", "name");
        assertThat(PoolFacts.fill(fill, records)).isEmpty();
        pool.put("subject/household-register", List.of(Map.of("name", "小明")));
        assertThat(PoolFacts.fill(fill, records)).contains("小明");
        pool.put("subject/household-register", List.of(Map.of("name", "小明"), Map.of("name", "小红")));
        assertThat(PoolFacts.fill(fill, records)).isEmpty();
    }

    @Test
    void comparesMomentsByTheirDayInChina() throws IOException {
        city.write(SmallCity.FILE, SmallCity.sound("days since(birthDate) <= 366", "at = today"));
        AffairPlan plan = city.read().plans().get("baby-card");
        var way = (Evidence.Pool) plan.requirement("birth-certificate").evidence().getFirst();
        for (Object moment : List.of(Instant.parse("2026-11-21T16:00:00Z"), LocalDateTime.of(2026, 11, 22, 0, 0), TODAY)) {
            pool.put("subject/birth-certificates", List.of(Map.of("at", moment)));
            assertThat(PoolFacts.evidence(way, records, TODAY)).isInstanceOf(Proof.Present.class);
        }
        pool.put("subject/birth-certificates", List.of(Map.of("at", Instant.parse("2026-11-21T15:59:59Z"))));
        assertThat(PoolFacts.evidence(way, records, TODAY)).isEqualTo(new Proof.Absent());
    }
}
