package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** Files that are absurdly large or malformed get an answer in bounded time, with place, what is wrong and how to mend it. */
class HostileRulesTest {

    private static final Place PLACE = new Place("hostile.yaml", 5);
    private static final Duration SOON = Duration.ofSeconds(40);

    private static Compilation compiled(List<Question> questions, List<String> whens) {
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("always", "true", true, PLACE)));
        whens.forEach(when -> requirements.add(new Requirement("r" + requirements.size(), when, true, PLACE)));
        AffairRules rules = new AffairRules("hostile", questions, List.of(), List.of(new Rule("any", "true", PLACE)), List.of(),
                requirements, List.of(), Set.of());
        return assertTimeoutPreemptively(SOON, () -> Circumstances.compile(rules));
    }

    private static Problem only(Compilation compilation) {
        assertThat(compilation).isInstanceOf(Compilation.Rejected.class);
        List<Problem> problems = ((Compilation.Rejected) compilation).problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).isNotBlank().hasSizeLessThan(400);
        assertThat(problems.getFirst().remedy()).isNotBlank();
        assertThat(problems.getFirst().place().file()).isEqualTo("hostile.yaml");
        return problems.getFirst();
    }

    private static List<String> times(int times, IntFunction<String> each) {
        return IntStream.range(0, times).mapToObj(each).toList();
    }

    private static final List<Question> ONE = List.of(Question.yesNo("a", null, PLACE));

    @Test
    void aConditionOfFiveMegabytes() {
        assertThat(only(compiled(ONE, List.of("a or ".repeat(1_000_000) + "a"))).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(only(compiled(ONE, List.of("a".repeat(1_500_000)))).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    }

    @Test
    void tenThousandParentheses() {
        assertThat(only(compiled(ONE, List.of("(".repeat(10_000) + "a" + ")".repeat(10_000)))).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(only(compiled(ONE, List.of("not(".repeat(500) + "a" + ")".repeat(500)))).remedy()).contains("Split");
    }

    @Test
    void tabsAndLineBreaksAreSpaces() {
        assertThat(compiled(ONE, List.of("\ta\t=\r\n\ttrue"))).isInstanceOf(Compilation.Proved.class);
    }

    @Test
    void questionsThatAskForEachOtherInACircle() {
        Compilation circle = compiled(List.of(Question.yesNo("a", "c", PLACE), Question.yesNo("b", "a", PLACE),
                Question.yesNo("c", "b", PLACE)), List.of("a and b and c"));
        Problem problem = only(circle);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.LATER_QUESTION);
        assertThat(problem.message()).contains("“a”", "“c”");
        assertThat(only(compiled(List.of(Question.yesNo("a", "a", PLACE)), List.of("a"))).message()).contains("the question itself");
    }

    @Test
    void tenThousandRules() {
        List<Question> questions = times(40, q -> "q" + q).stream().map(id -> Question.choice(id, List.of("a", "b", "c"), null, PLACE)).toList();
        List<String> whens = times(10_000, r -> "q" + r % 40 + " = \"a\" and q" + (r / 40) % 40 + " != \"" + "abc".charAt(r / 1600 % 3) + "\" or q"
                + (r * 7 + 1) % 40 + " = \"b\"");
        assertThat(compiled(questions, whens)).isInstanceOf(Compilation.Proved.class);
    }

    @Test
    void farTooManyRulesQuestionsOrAnswers() {
        assertThat(only(compiled(ONE, times(50_000, _ -> "a"))).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        List<Question> many = times(10_000, q -> "q" + q).stream().map(id -> Question.yesNo(id, null, PLACE)).toList();
        assertThat(only(compiled(many, List.of("q1"))).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        List<String> answers = times(10_000, a -> "answer-" + a);
        assertThat(only(compiled(List.of(Question.choice("a", answers, null, PLACE)), List.of("a = \"answer-1\""))).kind())
                .isEqualTo(Problem.Kind.TOO_LARGE);
    }

    @Test
    void asManyQuestionsAsAreAllowed() {
        List<Question> many = times(400, q -> "q" + q).stream().map(id -> Question.yesNo(id, null, PLACE)).toList();
        assertThat(compiled(many, times(400, q -> "q" + q))).isInstanceOf(Compilation.Proved.class);
        List<Question> chained = times(400, q -> "q" + q).stream().map(id -> Question.yesNo(id,
                id.equals("q0") ? null : "q" + (Integer.parseInt(id.substring(1)) - 1), PLACE)).toList();
        assertThat(compiled(chained, times(400, q -> "q" + q))).isInstanceOf(Compilation.Proved.class);
    }

    @Test
    void aNumberWithThousandsOfLimits() {
        List<Question> age = List.of(Question.number("age", 0, 1_000_000, null, PLACE));
        assertThat(compiled(age, times(2_000, limit -> "age >= " + (limit + 1)))).isInstanceOf(Compilation.Proved.class);
        assertThat(only(compiled(age, times(10_000, limit -> "age >= " + (limit + 1)))).message()).contains("“age”");
    }

    @Test
    void aDateWithHundredsOfLimitsOfEachKind() {
        List<Question> day = List.of(Question.date("day", null, PLACE));
        List<String> whens = new ArrayList<>(times(300, n -> "years since(day) >= " + n));
        whens.addAll(times(300, n -> "days since(day) >= " + (n * 97)));
        whens.addAll(times(300, n -> "day >= date(\"" + (1700 + n) + "-06-01\")"));
        assertThat(only(compiled(day, whens)).message()).contains("“day”");
    }

    @Test
    void namesThatAreAbsurd() {
        String long_ = "x".repeat(100_000);
        assertThat(only(compiled(List.of(Question.yesNo(long_, null, PLACE)), List.of())).kind()).isEqualTo(Problem.Kind.BAD_QUESTION);
        assertThat(only(compiled(ONE, List.of("a and <script>"))).kind()).isEqualTo(Problem.Kind.SYNTAX);
        assertThat(only(compiled(ONE, List.of("a and \u202eb"))).message()).contains("U+202E");
    }
}
