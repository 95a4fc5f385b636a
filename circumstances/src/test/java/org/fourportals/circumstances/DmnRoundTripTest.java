package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.dmn.DmnImport;
import org.fourportals.circumstances.dmn.DmnModel;
import org.fourportals.circumstances.dmn.Imported;
import org.junit.jupiter.api.Test;

/** An affair that leaves as a DMN model comes back with the same checklist in every circumstance. A failure names its seed. */
class DmnRoundTripTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = Math.max(400, Integer.getInteger("circumstances.rounds", 0) / 4);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final Place PLACE = new Place("affair.yaml", 1);

    @Test
    void randomAffairsComeBackTheSame() {
        int compared = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            String xml = DmnModel.of(affair.rules(), "random " + seed).xml();
            Imported.Read read = read(xml, "seed " + seed + ": " + affair);
            AffairRules back = read.rules();
            assertThat(back.questions().stream().map(Question::id)).isEqualTo(affair.questions.stream().map(Question::id).toList());
            assertThat(back.answersUsed()).as("seed %d", seed).isEqualTo(affair.used);
            CompiledAffair before = AgainstBruteForceTest.compiled(affair);
            CompiledAffair after = new CompiledAffair(new Model(back, new Reading(back)));
            for (Map<String, Answer> combination : affair.combinations()) {
                Map<String, Answer> circumstance = affair.circumstance(combination);
                for (Section section : List.of(Section.EXCLUSION, Section.GROUND, Section.REFUSAL, Section.REQUIREMENT, Section.OTHER)) {
                    Set<String> met = affair.met(section, circumstance);
                    after.model().section(section).forEach(rule -> assertThat(after.evaluate(section, rule.id(), Facts.of(combination), TODAY).isMet())
                            .as("seed of %s, %s in %s: %s became %s", affair, rule.id(), circumstance, before.rules(), rule.condition())
                            .isEqualTo(met.contains(rule.id())));
                    assertThat(after.model().section(section).stream().map(Model.Compiled::id)).as("seed %d", seed).containsAll(met);
                }
            }
            if (before.counts().circumstances().signum() > 0) {
                Difference difference = Difference.between(before, after).orElseThrow();
                assertThat(difference.changed()).as("seed %d: %s", seed, difference.changes()).isEqualTo(BigInteger.ZERO);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void datesAmountsSumsThingsAndStrangeNamesComeBackTheSame() {
        List<Question> questions = List.of(Question.yesNo("count", null, PLACE), Question.date("day", "count", PLACE),
                Question.money("amount", 0, 1000, null, PLACE), Question.number("a", -2, 4, null, PLACE), Question.number("b", 0, 3, "a > 0", PLACE),
                Question.repeated("children", List.of(Question.date("born", null, PLACE), Question.yesNo("here", null, PLACE),
                        Question.choice("kind", List.of("own", "adopted"), null, PLACE), Question.money("rent", 0, 9, null, PLACE)), 3, "not(count)", PLACE),
                Question.choice("list", List.of("a\"b", "c\\d", "它"), "count and years since(day) >= 18", PLACE), Question.yesNo("grounds", null, PLACE));
        List<Rule> others = new ArrayList<>();
        for (String when : List.of("years since(day) >= 18", "not(days since(day) <= 365)", "days until(day) in [3..5)", "day >= today",
                "day = date(\"2024-02-29\")", "day > date(\"2023-02-28\") and day < date(\"2025-03-01\") and amount > 12.5",
                "amount in (0, 12.34, 1000) or amount between 50.01 and 60", "a + 2 * b >= 5", "not(a - b < 2)",
                "(some child in children satisfies years since(child.born) < 2 and child.here) or count",
                "every child in children satisfies child.born >= date(\"2024-02-29\") or child.kind != \"own\" or child.rent > 2.5",
                "count(children) >= 2 and a < 3", "list != \"它\"", "not(list = \"c\\\\d\")", "grounds or list = \"a\\\"b\"")) {
            others.add(new Rule("other-" + others.size(), when, PLACE));
        }
        AffairRules rules = new AffairRules("strange", questions, List.of(), List.of(new Rule("g", "true", PLACE)), List.of(),
                List.of(new Requirement("always", "true", true, PLACE)), others, Set.of("list", "grounds"));
        AffairRules back = read(DmnModel.of(rules, "strange", Map.of("count", "数几个？")).xml(), "strange").rules();
        assertThat(back.questions().stream().map(DmnRoundTripTest::plain)).isEqualTo(questions.stream().map(DmnRoundTripTest::plain).toList());
        assertThat(back.answersUsed()).containsExactlyInAnyOrder("list", "grounds");
        AffairRules before = asRequirements(rules);
        AffairRules after = asRequirements(back);
        Difference difference = Difference.between(compiled(before), compiled(after)).orElseThrow();
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.circumstances()).isGreaterThanOrEqualTo(compiled(before).counts().circumstances());
    }

    /** The other conditions as requirements, of which a difference speaks. */
    private static AffairRules asRequirements(AffairRules rules) {
        List<Requirement> all = new ArrayList<>(rules.requirements());
        rules.others().forEach(rule -> all.add(new Requirement(rule.id(), rule.when(), true, rule.place())));
        return new AffairRules(rules.affair(), rules.questions(), rules.exclusions(), rules.grounds(), rules.refusals(), all, List.of(), rules.answersUsed());
    }

    private static String plain(Question question) {
        return question.id() + " " + question.kind() + " " + question.answers() + " " + question.min() + " " + question.max() + " "
                + (question.when() != null) + question.fields().stream().map(DmnRoundTripTest::plain).toList();
    }

    private static CompiledAffair compiled(AffairRules rules) {
        return new CompiledAffair(new Model(rules, new Reading(rules)));
    }

    private static Imported.Read read(String xml, String which) {
        return switch (DmnImport.read(xml, "affair.dmn")) {
            case Imported.Read read -> read;
            case Imported.Refused(List<Problem> problems) -> throw new AssertionError(which + " " + problems + "\n" + xml);
        };
    }
}
