package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** Affairs too large to look at every combination: counted exactly by a formula of their own. {@link NextQuestionTiming} times them. */
class LargeAffairTest {

    private static final Place PLACE = new Place("large.yaml", 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    /** Each third question opens two more; every answer asks for a requirement of its own; question 0 can refuse. */
    static AffairRules rules(int questions, int rulesWanted, long seed) {
        Random random = new Random(seed);
        List<Question> asked = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        requirements.add(new Requirement("identity", "true", true, PLACE));
        for (int q = 0; q < questions; q++) {
            String opener = "q" + (q - q % 3);
            asked.add(Question.choice("q" + q, List.of("a", "b", "c"), q % 3 == 0 ? null : opener + " = \"a\"", PLACE));
            requirements.add(new Requirement("b" + q, "q" + q + " = \"b\"", true, PLACE));
        }
        for (int r = requirements.size(); r < rulesWanted; r++) {
            int one = random.nextInt(questions);
            int other = Math.min(questions - 1, one + 1 + random.nextInt(3));
            String or = "q" + one + " = \"c\" or q" + other + " in (\"b\", \"c\")";
            requirements.add(new Requirement("r" + r, r % 2 == 0 ? or : "not(" + or + ")", true, PLACE));
        }
        return new AffairRules("large", asked, List.of(), List.of(new Rule("fit", "not(q0 = \"c\")", PLACE)),
                List.of(new Rule("unfit", "q0 = \"c\"", PLACE)), requirements, List.of(), Set.of());
    }

    static CompiledAffair proved(AffairRules rules) {
        return switch (Circumstances.compile(rules)) {
            case Compilation.Proved(CompiledAffair affair) -> affair;
            case Compilation.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void countsTwelveQuestionsAndSixtyRulesExactly() {
        Counts counts = proved(rules(12, 60, 1)).counts();
        // in each of the four groups: "a" opens 3 × 3 further, "b" and "c" none; "c" of the first is refused
        BigInteger group = BigInteger.valueOf(9 + 2);
        assertThat(counts.circumstances()).isEqualTo(group.pow(4));
        assertThat(counts.refused()).isEqualTo(group.pow(3));
        assertThat(counts.accepted()).isEqualTo(group.pow(4).subtract(group.pow(3)));
    }

    @Test
    void provesFortyQuestionsAndFourHundredRules() {
        long begun = System.nanoTime();
        CompiledAffair affair = proved(rules(42, 400, 2));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        assertThat(affair.counts().circumstances()).isEqualTo(BigInteger.valueOf(11).pow(14));
        System.out.printf("42 questions, 400 rules, %s circumstances, %d nodes: proved in %d ms%n",
                affair.counts().circumstances(), affair.counts().nodes(), millis);
        assertThat(millis).isLessThan(20_000);
        Random random = new Random(3);
        Facts facts = Facts.none();
        int asked = 0;
        while (affair.standing(facts, TODAY) instanceof Standing.Asking(Question next, int further)) {
            assertThat(++asked + further).isLessThanOrEqualTo(42);
            facts = facts.with(next.id(), Answer.of(List.of("a", "b").get(random.nextInt(2))));
        }
        assertThat(affair.standing(facts, TODAY)).isInstanceOf(Standing.Listed.class);
    }

    @Test
    void takesTenThousandRules() {
        assertThat(proved(rules(42, 10_000, 5)).counts().circumstances()).isEqualTo(BigInteger.valueOf(11).pow(14));
    }

    @Test
    void severalOfTwelveAnswersCountsAllSubsets() {
        List<String> answers = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("identity", "true", true, PLACE)));
        answers.forEach(a -> requirements.add(new Requirement(a, "accounts contains \"" + a + "\"", true, PLACE)));
        AffairRules rules = new AffairRules("transfer", List.of(Question.severalOf("accounts", answers, null, PLACE)), List.of(),
                List.of(new Rule("any", "true", PLACE)), List.of(), requirements, List.of(), Set.of());
        assertThat(proved(rules).counts().circumstances()).isEqualTo(BigInteger.valueOf(4096));
    }

    @Test
    void datesCountAsTheClassesThatCanOccur() {
        List<Requirement> requirements = List.of(new Requirement("identity", "true", true, PLACE),
                new Requirement("young", "years since(birth) < 1", true, PLACE),
                new Requirement("late", "days since(birth) > 366", true, PLACE),
                new Requirement("soon", "days until(birth) > 0", true, PLACE),
                new Requirement("old", "birth < date(\"2000-01-01\")", true, PLACE));
        AffairRules rules = new AffairRules("dates", List.of(Question.date("birth", null, PLACE)), List.of(),
                List.of(new Rule("any", "true", PLACE)), List.of(), requirements, List.of(), Set.of());
        // to come, under a year, a year but not over 366 days, over 366 days; each before or after 2000
        assertThat(proved(rules).counts().circumstances()).isEqualTo(BigInteger.valueOf(8));
    }

    @Test
    void moneyIsCutAtHundredths() {
        List<Requirement> requirements = List.of(new Requirement("identity", "true", true, PLACE),
                new Requirement("more", "amount > 100", true, PLACE), new Requirement("less", "amount < 100.01", true, PLACE));
        AffairRules rules = new AffairRules("money", List.of(Question.money("amount", 0, 1_000, null, PLACE)), List.of(),
                List.of(new Rule("any", "true", PLACE)), List.of(), requirements, List.of(), Set.of());
        CompiledAffair affair = proved(rules);
        assertThat(affair.counts().circumstances()).isEqualTo(BigInteger.TWO);
        assertThat(affair.invalid(Facts.none().with("amount", Answer.of(new BigDecimal("3.001"))))).hasSize(1);
    }

    @Test
    void saysSoWhenConditionsAreTooEntangled() {
        List<Question> questions = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int q = 0; q < 60; q++) {
            questions.add(Question.yesNo("q" + q, null, PLACE));
        }
        for (int q = 0; q < 30; q++) {
            pairs.add("(q" + q + " and q" + (q + 30) + ")");
        }
        String far = String.join(" or ", pairs);
        AffairRules rules = new AffairRules("entangled", questions, List.of(), List.of(new Rule("g", far, PLACE)),
                List.of(new Rule("r", "not(" + far + ")", PLACE)), List.of(new Requirement("identity", "true", true, PLACE)),
                List.of(), Set.of());
        assertThat(Circumstances.compile(rules)).isInstanceOfSatisfying(Compilation.Rejected.class, rejected ->
                assertThat(rejected.problems()).singleElement().extracting(Problem::kind).isEqualTo(Problem.Kind.TOO_LARGE));
    }
}
