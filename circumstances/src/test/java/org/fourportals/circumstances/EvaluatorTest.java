package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** The fast evaluation against the affair itself. A failure names its seed. */
class EvaluatorTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = Integer.getInteger("circumstances.rounds", 1_000);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final Place PLACE = new Place("evaluator.yaml", 1);
    private static final List<Section> SECTIONS =
            List.of(Section.EXCLUSION, Section.GROUND, Section.REFUSAL, Section.REQUIREMENT, Section.OTHER);

    @Test
    void agreesOnEveryCircumstanceOfRandomAffairs() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            Evaluator evaluator = Evaluator.of(affair.rules());
            int[] classes = evaluator.newClasses();
            long[] met = evaluator.newMet();
            for (Map<String, Answer> combination : affair.combinations()) {
                assertThat(evaluator.encode(combination::get, TODAY, classes)).as("seed %d, %s", seed, combination).isTrue();
                evaluator.evaluate(classes, met);
                Map<String, Answer> circumstance = affair.circumstance(combination);
                for (Section section : SECTIONS) {
                    assertThat(evaluator.ids(section, met)).as("seed %d, %s, %s", seed, circumstance, affair)
                            .containsExactlyElementsOf(affair.met(section, circumstance));
                }
            }
        }
    }

    @Test
    void agreesWithTheAffairOnDatesAmountsAndNumbersAtTheirBounds() {
        AffairRules rules = bounds();
        CompiledAffair affair = ((Compilation.Proved) Circumstances.compile(rules)).affair();
        Evaluator evaluator = Evaluator.of(rules);
        int[] classes = evaluator.newClasses();
        long[] met = evaluator.newMet();
        Random random = new Random(SEED);
        List<String> amounts = List.of("-5", "-5.01", "-0.01", "0", "0.005", "12.34", "12.35", "99.99", "100", "100.01", "1e30", "1e-9");
        for (int round = 0; round < 5 * ROUNDS; round++) {
            LocalDate today = TODAY.plusDays(random.nextInt(3000));
            Facts facts = Facts.none().with("asked", Answer.of(random.nextBoolean()))
                    .with("born", Answer.of(random.nextInt(9) == 0 ? LocalDate.of(12_000, 1, 1) : today.minusDays(random.nextInt(8000) - 500)))
                    .with("paid", Answer.of(new BigDecimal(amounts.get(random.nextInt(amounts.size())))))
                    .with("kinds", new Answer.Several(random.nextInt(5) == 0 ? Set.of("other") : random.nextBoolean() ? Set.of("a") : Set.of()));
            Facts kept = affair.normalise(facts, today);
            boolean complete = affair.invalid(kept).isEmpty();
            assertThat(evaluator.encode(facts, today, classes)).as("seed %d, %s", SEED, facts).isEqualTo(complete);
            if (complete) {
                evaluator.evaluate(classes, met);
                for (Rule rule : rules.others()) {
                    assertThat(Evaluator.isMet(met, evaluator.bit(Section.OTHER, rule.id())))
                            .as("seed %d, %s of %s on %s", SEED, rule, facts, today)
                            .isEqualTo(affair.evaluate(Section.OTHER, rule.id(), facts, today).isMet());
                }
            }
        }
    }

    private static AffairRules bounds() {
        List<Question> questions = List.of(Question.yesNo("asked", null, PLACE), Question.date("born", "asked", PLACE),
                Question.money("paid", -5, 100, null, PLACE), Question.severalOf("kinds", List.of("a", "b"), null, PLACE));
        List<Rule> rules = new ArrayList<>();
        for (int years : new int[] {0, 1, 4, 18}) {
            rules.add(new Rule("years" + years, "years since(born) >= " + years, PLACE));
            rules.add(new Rule("not" + years, "not(days since(born) <= " + 365 * years + ") and paid <= " + years, PLACE));
        }
        rules.add(new Rule("since", "born >= date(\"2024-02-29\") or kinds contains \"b\"", PLACE));
        rules.add(new Rule("a", "kinds contains \"a\" and paid between -4.99 and 12.345", PLACE));
        return new AffairRules("bounds", questions, List.of(), List.of(new Rule("always", "true", PLACE)), List.of(),
                List.of(new Requirement("always", "true", true, PLACE)), rules, Set.of());
    }

    @Test
    void testsConditionsWithVeryManyAlternativesByThemselves() {
        List<Question> questions = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            questions.add(Question.yesNo("x" + i, null, PLACE));
            questions.add(Question.yesNo("y" + i, null, PLACE));
            pairs.add("(x%d or y%d)".formatted(i, i));
        }
        List<Rule> others = List.of(new Rule("all", String.join(" and ", pairs), PLACE), new Rule("x0", "x0", PLACE),
                new Rule("none", "not(" + String.join(" or ", pairs) + ")", PLACE));
        Evaluator evaluator = Evaluator.of(new AffairRules("pairs", questions, List.of(), List.of(), List.of(), List.of(), others, Set.of()));
        int[] classes = evaluator.newClasses();
        long[] met = evaluator.newMet();
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            int xs = random.nextInt(1024) | random.nextInt(1024);
            int ys = random.nextInt(1024) | random.nextInt(1024);
            int zero = round % 3 == 0 ? 0 : 1023;
            Facts facts = Facts.none();
            for (int i = 0; i < 10; i++) {
                facts = facts.with("x" + i, ((xs & zero) >> i & 1) == 1 ? Answer.YES : Answer.NO);
                facts = facts.with("y" + i, ((ys & zero) >> i & 1) == 1 ? Answer.YES : Answer.NO);
            }
            assertThat(evaluator.encode(facts, TODAY, classes)).isTrue();
            evaluator.evaluate(classes, met);
            List<String> expected = new ArrayList<>();
            if (((xs | ys) & zero) == 1023) {
                expected.add("all");
            }
            if ((xs & zero & 1) == 1) {
                expected.add("x0");
            }
            if (((xs | ys) & zero) == 0) {
                expected.add("none");
            }
            assertThat(evaluator.ids(Section.OTHER, met)).as("seed %d, %s", SEED, facts).isEqualTo(expected);
        }
    }

    @Test
    void agreesOnWordsThatHashAlikeManyAnswersAndNumbersWrittenInAnyWay() {
        List<String> alike = List.of("AaAa", "BBBB", "AaBB", "BBAa", "other");
        List<String> many = IntStream.range(0, 70).mapToObj(i -> "answer-" + i).toList();
        List<Question> questions = List.of(Question.choice("one", alike, null, PLACE), Question.severalOf("some", alike, null, PLACE),
                Question.severalOf("many", many, "one != \"other\"", PLACE), Question.number("small", -50, 150, null, PLACE),
                Question.number("large", -2_000_000_000, 2_000_000_000, "small >= 0", PLACE));
        List<Rule> rules = new ArrayList<>();
        for (String answer : alike) {
            rules.add(new Rule("one-" + answer, "one = \"" + answer + "\" or small > 99", PLACE));
            rules.add(new Rule("some-" + answer, "some contains \"" + answer + "\" and large != 1000000000", PLACE));
        }
        rules.add(new Rule("first", "many contains \"answer-0\"", PLACE));
        rules.add(new Rule("last", "not(many contains \"answer-69\") and large >= 100", PLACE));
        AffairRules affair = new AffairRules("alike", questions, List.of(), List.of(new Rule("always", "true", PLACE)), List.of(),
                List.of(new Requirement("always", "true", true, PLACE)), rules, Set.of());
        CompiledAffair compiled = new CompiledAffair(new Model(affair, new Reading(affair)));
        Evaluator evaluator = Evaluator.of(affair);
        int[] classes = evaluator.newClasses();
        long[] met = evaluator.newMet();
        Random random = new Random(SEED);
        List<String> numbers = List.of("-51", "-50", "-1", "0", "0.5", "1e1", "1E+2", "100.00", "150", "151", "1e9", "2e9", "2e9", "3e9",
                "1e30", "9223372036854775808", "18446744073709551716", "1e-3");
        List<String> words = List.of("AaAa", "BBBB", "AaBB", "BBAa", "other", "BBCC", "", "Other");
        for (int round = 0; round < 5 * ROUNDS; round++) {
            Facts facts = Facts.none().with("one", Answer.of(words.get(random.nextInt(words.size()))))
                    .with("some", new Answer.Several(random.nextInt(4) == 0 ? Set.of("BBCC", "AaAa") : Set.of("AaBB", "other")))
                    .with("many", new Answer.Several(random.nextInt(4) == 0 ? Set.of("answer-70") : random.nextBoolean() ? Set.of("answer-0", "answer-69") : Set.of()))
                    .with("small", Answer.of(new BigDecimal(numbers.get(random.nextInt(numbers.size())))))
                    .with("large", Answer.of(new BigDecimal(numbers.get(random.nextInt(numbers.size())))));
            Facts kept = compiled.normalise(facts, TODAY);
            boolean complete = compiled.invalid(kept).isEmpty();
            assertThat(evaluator.encode(facts, TODAY, classes)).as("seed %d, %s", SEED, facts).isEqualTo(complete);
            if (complete) {
                evaluator.evaluate(classes, met);
                assertThat(evaluator.ids(Section.OTHER, met)).as("seed %d, %s", SEED, facts).isEqualTo(rules.stream().map(Rule::id)
                        .filter(id -> compiled.evaluate(Section.OTHER, id, facts, TODAY).isMet()).toList());
            }
        }
    }

    @Test
    void aNumberIsOneAnswerHoweverItIsWrittenAndAHugeOneIsNotUnfolded() {
        assertThat(Answer.of(new BigDecimal("1E+2"))).isEqualTo(Answer.of(100)).isEqualTo(Answer.of(new BigDecimal("100.00")));
        assertThat(((Answer.Number) Answer.of(new BigDecimal("1E+2"))).value().scale()).isZero();
        assertThat(((Answer.Number) Answer.of(new BigDecimal("1E+2000000000"))).value().precision()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsIncompleteOrNotAdmittedAndUnknownRules() {
        AffairRules rules = bounds();
        Evaluator evaluator = Evaluator.of(rules);
        int[] classes = evaluator.newClasses();
        Facts facts = Facts.none().with("asked", Answer.NO).with("paid", Answer.of(3)).with("kinds", new Answer.Several(Set.of()));
        assertThat(evaluator.encode(facts, TODAY, classes)).isTrue();
        assertThat(evaluator.encode(facts.without("paid"), TODAY, classes)).isFalse();
        assertThat(evaluator.encode(facts.with("paid", Answer.of("three")), TODAY, classes)).isFalse();
        assertThat(evaluator.encode(facts.with("asked", Answer.YES), TODAY, classes)).isFalse();
        assertThatThrownBy(() -> evaluator.bit(Section.GROUND, "no-such")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such");
        assertThatThrownBy(() -> Evaluator.of(new AffairRules("bad", List.of(), List.of(), List.of(new Rule("g", "nobody = 3", PLACE)),
                List.of(), List.of(), List.of(), Set.of()))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nobody");
    }
}
