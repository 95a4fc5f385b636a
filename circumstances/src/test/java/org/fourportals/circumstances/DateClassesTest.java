package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** The classes into which dates are put hold for every date on every day, leap days too. */
class DateClassesTest {

    private static final Place PLACE = new Place("dates.yaml", 1);

    @Test
    void everyDateOnEveryDayIsInTheClassItsConditionsSay() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            AffairRules rules = rules(random);
            CompiledAffair affair = new CompiledAffair(new Model(rules, new Reading(rules)));
            for (int i = 0; i < 100; i++) {
                LocalDate today = LocalDate.of(2024, 2, 20).plusDays(random.nextInt(20) + 365L * random.nextInt(5));
                LocalDate day = random.nextBoolean() ? today.minusYears(random.nextInt(4) - 1).plusDays(random.nextInt(5) - 2)
                        : today.plusDays(random.nextInt(1_600) - 800);
                Facts facts = Facts.none().with("day", Answer.of(day));
                List<String> met = rules.requirements().stream().map(Requirement::id)
                        .filter(id -> affair.condition(Section.REQUIREMENT, id).evaluate(facts, today).isMet()).toList();
                assertThat(affair.standing(facts, today)).as("seed %d, %s on %s, %s", seed, day, today, rules.requirements())
                        .isEqualTo(new Standing.Listed(List.of("any"), met));
            }
        }
    }

    @Test
    void theExampleOfAProblemIsTrueOnItsDay() {
        List<Requirement> requirements = List.of(new Requirement("r",
                "not(years since(day) = 3 and days since(day) > 1100 and day != date(\"2022-12-20\"))", true, PLACE));
        AffairRules rules = new AffairRules("dates", List.of(Question.date("day", null, PLACE)), List.of(),
                List.of(new Rule("any", "true", PLACE)), List.of(), requirements, List.of(), Set.of());
        assertThat(Circumstances.compile(rules)).isInstanceOfSatisfying(Compilation.Rejected.class, rejected ->
                assertThat(rejected.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.message()).endsWith("(Dates as of 2026-01-01.)");
                    LocalDate day = LocalDate.parse(problem.counterExample().asMap().get("day").toString());
                    assertThat(day).isBetween(LocalDate.of(2022, 1, 2), LocalDate.of(2026, 1, 1).minusDays(1_101)).isNotEqualTo("2022-12-20");
                }));
    }

    private static AffairRules rules(Random random) {
        String[] operators = {"=", "!=", "<", "<=", ">", ">="};
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("always", "true", true, PLACE)));
        for (int r = 0; r < 1 + random.nextInt(5); r++) {
            String operator = operators[random.nextInt(operators.length)];
            String when = switch (random.nextInt(5)) {
                case 0 -> "years since(day) " + operator + " " + (random.nextInt(5) - 1);
                case 1 -> "days since(day) " + operator + " " + (random.nextInt(5) * 365 + random.nextInt(3) - 1);
                case 2 -> "days until(day) " + operator + " " + random.nextInt(400);
                case 3 -> "day " + operator + " today";
                default -> "day " + operator + " date(\"" + LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_000)) + "\")";
            };
            requirements.add(new Requirement("r" + r, random.nextBoolean() ? when : "not(" + when + ")", true, PLACE));
        }
        return new AffairRules("dates", List.of(Question.date("day", null, PLACE)), List.of(),
                List.of(new Rule("any", "true", PLACE)), List.of(), requirements, List.of(), Set.of());
    }
}
