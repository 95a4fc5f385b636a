package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** Repeated things: how they are counted, asked for and refused. */
class RepeatedClassesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Place PLACE = new Place("family.yaml", 9);
    private static final List<Question> FIELDS = List.of(Question.number("age", 0, 60, null, PLACE),
            Question.choice("school", List.of("none", "public", "private"), null, PLACE));

    private static Compilation compiled(List<Question> fields, long max, String... whens) {
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("always", "true", true, PLACE)));
        for (String when : whens) {
            requirements.add(new Requirement("r" + requirements.size(), when, true, PLACE));
        }
        return Circumstances.compile(new AffairRules("family", List.of(Question.repeated("children", fields, max, null, PLACE)),
                List.of(), List.of(new Rule("any", "true", PLACE)), List.of(), requirements, List.of(), Set.of()));
    }

    private static CompiledAffair proved(long max, String... whens) {
        return switch (compiled(FIELDS, max, whens)) {
            case Compilation.Proved(CompiledAffair affair) -> affair;
            case Compilation.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    @Test
    void countsWhatConditionsTellApart() {
        // a child under 18 is among them, or not
        assertThat(proved(2, "some c in children satisfies c.age < 18").counts().circumstances()).isEqualTo(2);
        // three or more, or fewer
        assertThat(proved(4, "count(children) >= 3").counts().circumstances()).isEqualTo(2);
        // none at all, only such children, others too; more than twenty of them or not: none cannot be more than twenty
        assertThat(proved(50, "every c in children satisfies c.age < 18 and c.school != \"none\"", "count(children) > 20", "count(children) = 0")
                .counts().circumstances()).isEqualTo(5);
        assertThat(proved(1, "some c in children satisfies c.age < 18", "some c in children satisfies c.age >= 18").counts().circumstances())
                .as("no single child is both").isEqualTo(3);
    }

    @Test
    void listsWhatEachFamilyNeeds() {
        CompiledAffair affair = proved(3, "some c in children satisfies c.age < 6 and c.school = \"public\"", "count(children) = 0");
        assertThat(affair.standing(family(), TODAY)).isEqualTo(new Standing.Listed(List.of("any"), List.of("always", "r2")));
        assertThat(affair.standing(family(Map.of("age", Answer.of(5), "school", Answer.of("public"))), TODAY))
                .isEqualTo(new Standing.Listed(List.of("any"), List.of("always", "r1")));
        assertThat(affair.standing(Facts.none(), TODAY)).isInstanceOf(Standing.Asking.class);
        assertThat(affair.standing(family(Map.of("age", Answer.of(5))), TODAY)).isInstanceOf(Standing.Asking.class);
        assertThat(affair.standing(family(Map.of("age", Answer.of(7))), TODAY)).isInstanceOf(Standing.Listed.class);
        assertThat(affair.evaluate(Section.REQUIREMENT, "r1", family(Map.of("age", Answer.of(5))), TODAY).isUnknown()).isTrue();
        assertThat(affair.evaluate(Section.REQUIREMENT, "r2", family(Map.of("age", Answer.of(5))), TODAY).isNotMet()).isTrue();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Facts family(Map<String, Answer>... children) {
        return Facts.none().with("children", new Answer.Items(List.of(children)));
    }

    @Test
    void takesNoThingThatTheQuestionDoesNotAdmit() {
        CompiledAffair affair = proved(1, "count(children) = 0");
        assertThat(affair.invalid(family(Map.of(), Map.of()))).containsEntry("children", "needs at most 1");
        assertThat(affair.invalid(family(Map.of("age", Answer.of(99))))).containsEntry("children", "age needs a number from 0 to 60");
        assertThat(affair.invalid(family(Map.of("shoe", Answer.of(9))))).containsEntry("children", "shoe is not asked");
        assertThat(affair.invalid(Facts.none().with("children", Answer.of(2)))).containsEntry("children", "needs a list of things");
    }

    @Test
    void refusesWhatItCannotFollow() {
        assertThat(problems(compiled(List.of(), 0))).extracting(Problem::kind).contains(Problem.Kind.BAD_QUESTION);
        Question conditional = Question.yesNo("twin", "age = 3", PLACE);
        assertThat(problems(compiled(List.of(conditional), 3, "count(children) > 1"))).singleElement()
                .extracting(Problem::remedy).asString().contains("question of its own");
        List<String> many = new ArrayList<>();
        for (int age = 1; age <= 30; age++) {
            many.add("some c in children satisfies c.age = " + age);
        }
        assertThat(problems(compiled(FIELDS, 30, many.toArray(String[]::new)))).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
            assertThat(problem.message()).contains("“children” tell apart more than");
            assertThat(problem.place()).isEqualTo(PLACE);
        });
    }

    private static List<Problem> problems(Compilation compilation) {
        return compilation instanceof Compilation.Rejected(List<Problem> problems) ? problems : List.of();
    }
}
