package org.fourportals.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.CatalogueReader.Reading;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.Section;
import org.fourportals.circumstances.Standing;
import org.fourportals.circumstances.condition.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sound file becomes a proved plan; one whose rules leave a circumstance nowhere does not, and takes no other file down. */
class CatalogueReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;
    SmallCity city;

    @BeforeEach
    void build() throws IOException {
        city = new SmallCity(folder);
    }

    @Test
    void readsTheWholePlan() {
        Reading reading = city.read();
        assertThat(reading.problems()).isEmpty();
        AffairPlan plan = reading.plans().get("baby-card");
        assertThat(plan.version()).matches("[0-9a-f]{16}");
        assertThat(plan.about()).isEqualTo(AffairPlan.About.CHILD);
        assertThat(plan.laws()).containsExactly(new AffairPlan.Law("card-law", new Text("卡法", "Card Law")));
        assertThat(plan.roles()).extracting(AffairPlan.RoleLink::relation).containsExactly("home");
        assertThat(plan.question("hukou").answers()).extracting(AffairPlan.Choice::id).containsExactly("hangzhou", "elsewhere");
        assertThat(plan.question("insured").known().getFirst().count()).hasToString("count >= 2");
        assertThat(plan.exclusions()).extracting(AffairPlan.Exclusion::id).containsExactly("exclusion-1");
        assertThat(plan.requirement("birth-certificate").evidence()).hasSize(4)
                .contains(new Evidence.Wallet(), new Evidence.Upload(), new Evidence.Declaration(new Text("我声明", "I declare")));
        assertThat(plan.fields()).extracting(AffairPlan.Field::when).containsExactly(null, "field.startDate");
        assertThat(plan.procedure().instant()).isEqualTo("instant");
        assertThat(plan.procedure().stages()).extracting(AffairPlan.Stage::by).containsExactly(List.of("health", "police"), List.of("health"));
        assertThat(plan.fee()).isEqualTo(new AffairPlan.Fee("10", "fee", new Text("工本", "The card")));
        assertThat(plan.result().record().fields()).containsEntry("until", "today + 12 months");
    }

    @Test
    void derivesWhetherAWindowIsNeededFromRequirementsAndProcedure() throws IOException {
        assertThat(city.read().plans().get("baby-card").isZeroWindow()).isFalse();
        city.write(SmallCity.FILE, SmallCity.sound("[original]", "[original, {declaration: {zh: 我声明, en: I declare}}]"));
        assertThat(city.read().plans().get("baby-card").isZeroWindow()).isTrue();
        city.write(SmallCity.FILE, SmallCity.sound("[original]", "[original, {declaration: {zh: 我声明, en: I declare}}]")
                .replace("kind: review", "kind: attend").replace("  instant: 'hukou = \"hangzhou\"'\n", ""));
        assertThat(city.read().plans().get("baby-card").isZeroWindow()).isFalse();
    }

    @Test
    void refusesToDecideAtOnceWhatHasToBeAttended() throws IOException {
        city.write(SmallCity.FILE, SmallCity.sound("kind: review", "kind: attend"));
        Reading reading = city.read();
        assertThat(reading.plans()).isEmpty();
        assertThat(reading.problems()).singleElement().asString().contains("decided at once", "\"review\" has to be attended", "`instant`");
        city.write(SmallCity.FILE, SmallCity.sound("kind: review", "kind: attend\n      when: 'hukou = \"elsewhere\"'"));
        assertThat(city.read().problems()).isEmpty();
    }

    @Test
    void refusesAZeroWindowPromiseThatARequirementBreaks() throws IOException {
        city.write("affairs.tsv", city.text("affairs.tsv").replace("birth\tno\t", "birth\tyes\t"));
        Reading reading = city.read();
        assertThat(reading.plans()).isEmpty();
        assertThat(reading.problems()).singleElement().asString().contains(SmallCity.FILE, ":1:", "old-baby", "zero_window");
    }

    @Test
    void compilesTheRules() {
        AffairPlan plan = city.read().plans().get("baby-card");
        Facts local = Facts.none().with("hukou", Answer.of("hangzhou")).with("months", Answer.of(13));
        assertThat(plan.rules().standing(local, TODAY))
                .isEqualTo(new Standing.Listed(List.of("local"), List.of("birth-certificate", "old-baby")));
        assertThat(plan.rules().evaluate(Section.OTHER, "instant", local, TODAY).isMet()).isTrue();
        assertThat(plan.rules().evaluate(Section.OTHER, "fee", local, TODAY).isMet()).isTrue();
        assertThat(plan.rules().evaluate(Section.OTHER, "field.startDate", local, TODAY).isMet()).isFalse();
        assertThat(Catalogue.proofs(plan).circumstances()).isGreaterThan(BigInteger.TWO);
        assertThat(Catalogue.proofs(plan).accepted().add(Catalogue.proofs(plan).refused())).isEqualTo(Catalogue.proofs(plan).circumstances());
    }

    @Test
    void showsTheCircumstanceThatEndsNowhere() throws IOException {
        String text = SmallCity.sound("when: 'not(hukou = \"hangzhou\" or insured)'", "when: 'not(insured) and hukou = \"elsewhere\" and months > 3'");
        assertThat(city.readWith(text).problems()).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(SmallCity.FILE);
            assertThat(problem.line()).isPositive();
            assertThat(problem.what()).contains("hukou = elsewhere").contains("insured = no").contains("months = ");
        });
        assertThat(city.read().plans()).isEmpty();
    }

    @Test
    void namesTheLineOfARequirementNobodyReaches() throws IOException {
        String text = SmallCity.sound("'months >= 12'", "'months >= 12 and months < 12'");
        assertThat(city.readWith(text).problems()).anySatisfy(problem ->
                assertThat(problem.line()).isBetween(SmallCity.line(text, "id: old-baby"), SmallCity.line(text, "months < 12")));
    }

    @Test
    void keepsTheOthersWhereOneFileIsFaulty() throws IOException {
        city.write("affairs/police/other-affair.yaml", "affair: other-affair\nplain: nonsense\n");
        Reading reading = city.read();
        assertThat(reading.plans().sequencedKeySet()).containsExactly("baby-card");
        assertThat(reading.problems()).isNotEmpty().allSatisfy(problem ->
                assertThat(problem.file()).isEqualTo("affairs/police/other-affair.yaml"));
    }

    @Test
    void tellsAllProblemsOfAllFilesAtOnce() throws IOException {
        city.write("laws.yaml", "card-law: {zh: 卡法}\n");
        city.write("affairs/police/other-affair.yaml", "affair: other-affair\nplain: nonsense\n");
        Reading reading = city.readWith(SmallCity.sound("days: 2", "days: x").replace("- wallet", "- walet").replace("kind: review", "kind: revue"));
        assertThat(reading.problems()).extracting(CatalogueProblem::file)
                .contains("laws.yaml", SmallCity.FILE, "affairs/police/other-affair.yaml").isSorted();
        assertThat(reading.problems()).filteredOn(p -> p.file().equals(SmallCity.FILE)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void checkPrintsFiguresAndFails() throws IOException {
        assertThat(check()).satisfies(printed -> assertThat(printed).contains("baby-card").contains("1 of 2 affairs", "0 problem(s)"));
        String text = SmallCity.sound("- wallet", "- walet");
        city.write(SmallCity.FILE, text);
        assertThat(check()).contains(SmallCity.FILE + ":" + SmallCity.line(text, "walet") + ": There is no evidence")
                .contains("0 of 2 affairs", "exit code 1");
    }

    private String check() {
        var bytes = new ByteArrayOutputStream();
        int code = CatalogueCheck.check(folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8) + "exit code " + code;
    }
}
