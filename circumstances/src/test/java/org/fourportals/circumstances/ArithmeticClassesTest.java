package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** Numbers and dates that are reckoned with count as the classes that the conditions distinguish, and no more. */
class ArithmeticClassesTest {

    private static final Place PLACE = new Place("sums.yaml", 7);

    private static Compilation compiled(List<Question> questions, String... whens) {
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("always", "true", true, PLACE)));
        for (String when : whens) {
            requirements.add(new Requirement("r" + requirements.size(), when, true, PLACE));
        }
        return Circumstances.compile(new AffairRules("sums", questions, List.of(), List.of(new Rule("any", "true", PLACE)),
                List.of(), requirements, List.of(), Set.of()));
    }

    private static BigInteger circumstances(List<Question> questions, String... whens) {
        return switch (compiled(questions, whens)) {
            case Compilation.Proved(CompiledAffair affair) -> affair.counts().circumstances();
            case Compilation.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void aNumberCountsAsTheClassesThatItsComparisonsTellApart() {
        List<Question> age = List.of(Question.number("age", 0, 120, null, PLACE));
        assertThat(circumstances(age, "age >= 18")).isEqualTo(2);
        assertThat(circumstances(age, "age >= 18", "age * 12 >= 216", "age + 1 > 18")).isEqualTo(2); // all the same limit
        assertThat(circumstances(age, "age between 16 and 18", "age = 17")).isEqualTo(3);
        assertThat(circumstances(age, "age / 7 >= 2.5")).isEqualTo(2); // between 17 and 18
    }

    @Test
    void aDateCountsAsTheClassesThatItsComparisonsTellApart() {
        List<Question> birth = List.of(Question.date("birth", null, PLACE));
        assertThat(circumstances(birth, "birth + 18 years <= today")).isEqualTo(2);
        assertThat(circumstances(birth, "birth + 18 years <= today", "years since(birth) >= 18", "birth > today - 18 years")).isEqualTo(2);
        assertThat(circumstances(birth, "birth + 18 years <= today", "birth + 90 days >= today")).isEqualTo(3);
    }

    @Test
    void aSumTellsApartWhatItsPartsCanMake() {
        List<Question> two = List.of(Question.number("a", 0, 20, null, PLACE), Question.number("b", 0, 20, null, PLACE));
        assertThat(circumstances(two, "a + b > 3")).isEqualTo(25); // 0, 1, 2, 3 and above, each
        assertThat(circumstances(two, "10 * a > b")).isEqualTo(4 * 3); // a: 0, 1, 2, above; b: to 9, to 19, 20
    }

    @Test
    void refusesASumOfTooManyNumbers() {
        List<Question> two = List.of(Question.money("rent", 0, 5_000, null, PLACE), Question.money("income", 0, 50_000, null, PLACE));
        assertThat(compiled(two, "rent * 12 > income / 2")).isInstanceOfSatisfying(Compilation.Rejected.class, rejected ->
                assertThat(rejected.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
                    assertThat(problem.place()).isEqualTo(PLACE);
                    assertThat(problem.message()).contains("income, rent together");
                    assertThat(problem.remedy()).contains("question of its own");
                }));
    }

    @Test
    void theInterviewKnowsTheClassOfEveryNumber() {
        List<Question> two = List.of(Question.number("a", 0, 20, null, PLACE), Question.number("b", 0, 20, null, PLACE));
        CompiledAffair affair = ((Compilation.Proved) compiled(two, "a + b > 3")).affair();
        Facts facts = Facts.none().with("a", Answer.of(4));
        assertThat(affair.standing(facts, Dates.REFERENCE)).isEqualTo(new Standing.Listed(List.of("any"), List.of("always", "r1")));
        assertThat(affair.standing(facts.with("a", Answer.of(3)), Dates.REFERENCE)).isInstanceOf(Standing.Asking.class);
        assertThat(affair.invalid(facts.with("a", Answer.of(21)))).containsKey("a");
    }

    @Test
    void asksTheEarlierQuestionThatOpensAnotherEvenIfALaterOneWouldTell() {
        List<Question> questions = List.of(Question.number("a", 0, 6, null, PLACE), Question.yesNo("b", "a <= 1", PLACE),
                Question.number("c", 0, 6, null, PLACE));
        AffairRules rules = new AffairRules("sums", questions, List.of(new Rule("fixed", "a != 2 * c - 1", PLACE)),
                List.of(new Rule("any", "true", PLACE)), List.of(), List.of(new Requirement("always", "true", true, PLACE),
                        new Requirement("more", "b", true, PLACE)), List.of(), Set.of());
        CompiledAffair affair = new CompiledAffair(new Model(rules, new Reading(rules)));
        assertThat(affair.standing(Facts.none(), Dates.REFERENCE)).isInstanceOfSatisfying(Standing.Asking.class,
                asking -> assertThat(asking.next()).isEqualTo(questions.getFirst()));
    }
}
