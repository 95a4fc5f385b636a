package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.dmn.DmnModel;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNResult;

/** Exported models evaluated by Apache KIE: it must agree with the affair every time. A failure names its seed. */
class DmnAgainstKieTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Place PLACE = new Place("dates.yaml", 1);
    private static final int ROUNDS = Math.max(25, Integer.getInteger("circumstances.rounds", 0) / 30);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);

    @Test
    void agreesOnRandomAffairs() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            KieModel kie = new KieModel(DmnModel.of(affair.rules(), "random " + seed));
            Random random = new Random(seed);
            List<Map<String, Answer>> combinations = new ArrayList<>(affair.combinations());
            while (combinations.size() > 60) {
                combinations.remove(random.nextInt(combinations.size()));
            }
            for (Map<String, Answer> combination : combinations) {
                DMNResult result = kie.evaluate(combination, TODAY);
                Map<String, Answer> circumstance = affair.circumstance(combination);
                for (Section section : List.of(Section.EXCLUSION, Section.GROUND, Section.REFUSAL, Section.REQUIREMENT, Section.OTHER)) {
                    assertThat(kie.met(result, section)).as("seed %d, %s, %s of %s", seed, circumstance, section, affair)
                            .containsExactlyInAnyOrderElementsOf(affair.met(section, circumstance));
                }
                boolean impossible = !affair.met(Section.EXCLUSION, circumstance).isEmpty();
                boolean refused = !affair.met(Section.REFUSAL, circumstance).isEmpty();
                assertThat(kie.outcome(result, "state")).as("seed %d, %s", seed, circumstance)
                        .isEqualTo(impossible ? "impossible" : refused ? "refused" : "accepted");
                assertThat(KieModel.ids(kie.outcome(result, "requirements"))).as("seed %d, %s", seed, circumstance)
                        .isEqualTo(impossible || refused ? java.util.Set.of() : affair.met(Section.REQUIREMENT, circumstance));
            }
        }
    }

    @Test
    void measuresDatesAsTheCatalogueDoes() {
        List<Question> questions = List.of(Question.yesNo("known", null, PLACE), Question.date("day", "known", PLACE),
                Question.money("amount", 0, 1000, null, PLACE));
        List<Rule> rules = new ArrayList<>();
        for (int n = -3; n <= 3; n++) {
            rules.add(new Rule("years" + n, "years since(day) >= " + n, PLACE));
            rules.add(new Rule("not-days" + n, "not(days since(day) <= " + n * 365 + ")", PLACE));
            rules.add(new Rule("until" + n, "days until(day) in [" + n + ".." + (n + 2) + ")", PLACE));
        }
        rules.add(new Rule("to-come", "day >= today", PLACE));
        rules.add(new Rule("leap", "day = date(\"2024-02-29\")", PLACE));
        rules.add(new Rule("around", "day > date(\"2023-02-28\") and day < date(\"2025-03-01\") and amount > 12.5", PLACE));
        rules.add(new Rule("much", "amount in (0, 12.34, 1000) or amount between 50.01 and 60", PLACE));
        AffairRules affair = new AffairRules("dates", questions, List.of(), List.of(new Rule("always", "true", PLACE)), List.of(),
                List.of(new Requirement("always", "true", true, PLACE)), rules, java.util.Set.of());
        CompiledAffair compiled = compiled(affair);
        KieModel kie = new KieModel(DmnModel.of(affair, "Dates"));
        Random random = new Random(SEED);
        List<LocalDate> days = new ArrayList<>();
        for (int year = 2022; year <= 2029; year++) {
            days.add(LocalDate.of(year, 2, 28));
            days.add(LocalDate.of(year, 3, 1));
            if (LocalDate.of(year, 1, 1).isLeapYear()) {
                days.add(LocalDate.of(year, 2, 29));
            }
        }
        List<String> amounts = List.of("0", "12.33", "12.34", "12.5", "12.51", "50", "50.01", "60", "60.01", "999.99", "1000");
        for (LocalDate today : days) {
            for (LocalDate day : days) {
                Facts facts = Facts.none().with("known", Answer.of(random.nextInt(8) != 0)).with("day", Answer.of(day))
                        .with("amount", Answer.of(new java.math.BigDecimal(amounts.get(random.nextInt(amounts.size())))));
                DMNResult result = kie.evaluate(facts.asMap(), today);
                assertThat(kie.met(result, Section.OTHER)).as("seed %d, %s on %s", SEED, facts, today)
                        .containsExactlyInAnyOrderElementsOf(rules.stream().map(Rule::id)
                                .filter(id -> compiled.evaluate(Section.OTHER, id, facts, today).isMet()).toList());
            }
        }
    }

    @Test
    void addsNumbersUpAndLooksAtRepeatedThingsAsTheCatalogueDoes() {
        List<Question> questions = List.of(Question.number("a", -2, 4, null, PLACE), Question.number("b", 0, 3, "a > 0", PLACE),
                Question.repeated("children", List.of(Question.date("born", null, PLACE), Question.yesNo("here", null, PLACE)), 3, null, PLACE));
        List<Rule> rules = List.of(new Rule("sum", "a + 2 * b >= 5", PLACE), new Rule("not-sum", "not(a - b < 2)", PLACE),
                new Rule("small", "some child in children satisfies years since(child.born) < 2 and child.here", PLACE),
                new Rule("all", "every child in children satisfies child.born >= date(\"2024-02-29\")", PLACE),
                new Rule("two", "count(children) >= 2 and a < 3", PLACE));
        AffairRules affair = new AffairRules("sums", questions, List.of(), List.of(new Rule("always", "true", PLACE)), List.of(),
                List.of(new Requirement("always", "true", true, PLACE)), rules, java.util.Set.of());
        CompiledAffair compiled = compiled(affair);
        KieModel kie = new KieModel(DmnModel.of(affair, "Sums"));
        Evaluator evaluator = Evaluator.of(affair);
        int[] classes = evaluator.newClasses();
        long[] met = evaluator.newMet();
        Random random = new Random(SEED);
        for (int round = 0; round < 400; round++) {
            List<Map<String, Answer>> children = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                children.add(Map.of("born", Answer.of(TODAY.minusDays(random.nextInt(1200))), "here", Answer.of(random.nextBoolean())));
            }
            Facts facts = Facts.none().with("a", Answer.of(random.nextInt(7) - 2)).with("b", Answer.of(random.nextInt(4)))
                    .with("children", new Answer.Items(children));
            List<String> expected = rules.stream().map(Rule::id)
                    .filter(id -> compiled.evaluate(Section.OTHER, id, facts, TODAY).isMet()).toList();
            assertThat(kie.met(kie.evaluate(facts.asMap(), TODAY), Section.OTHER)).as("seed %d, %s", SEED, facts)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(evaluator.encode(facts, TODAY, classes)).as("seed %d, %s", SEED, facts).isTrue();
            evaluator.evaluate(classes, met);
            assertThat(evaluator.ids(Section.OTHER, met)).as("seed %d, %s", SEED, facts).isEqualTo(expected);
        }
    }

    private static CompiledAffair compiled(AffairRules rules) {
        return switch (Circumstances.compile(rules)) {
            case Compilation.Proved(CompiledAffair affair) -> affair;
            case Compilation.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }
}
