package org.fourportals.circumstances.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Place PLACE = new Place("child.yaml", 12);
    private static final Vocabulary NAMES = Vocabulary.ofQuestions(Map.of(
            "insured", new Type.YesNo(),
            "hukou", new Type.OneOf(List.of("hangzhou", "zhejiang", "elsewhere")),
            "accounts", new Type.SeveralOf(List.of("water", "gas")),
            "age", new Type.Number(),
            "family", new Type.Repeated(Map.of("age", new Type.Number(), "here", new Type.YesNo(), "born", new Type.Date())),
            "children", new Type.Number(),
            "birthDate", new Type.Date(),
            "expiryDate", new Type.Date(),
            "name", new Type.Text()));

    private static final Map<String, Answer> KNOWN = Map.of(
            "insured", Answer.YES,
            "hukou", Answer.of("hangzhou"),
            "accounts", new Answer.Several(Set.of("water")),
            "age", Answer.of(16),
            "family", new Answer.Items(List.of(Map.of("age", Answer.of(3), "here", Answer.YES, "born", Answer.of(LocalDate.of(2023, 1, 1))),
                    Map.of("age", Answer.of(20), "here", Answer.NO, "born", Answer.of(LocalDate.of(2005, 6, 1))))),
            "children", Answer.of(3),
            "birthDate", Answer.of(LocalDate.of(2025, 12, 1)),
            "expiryDate", Answer.of(LocalDate.of(2026, 3, 1)),
            "name", Answer.of("O'Neil \"x\" 𠮷"));

    @ParameterizedTest
    @ValueSource(strings = {
        "true", "insured", "insured = true", "true = insured", "not(insured = false)", "insured != false", "not(false)",
        "hukou = \"hangzhou\"", "hukou != \"zhejiang\"", "hukou in (\"zhejiang\", \"hangzhou\")",
        "accounts contains \"water\"", "not(accounts contains \"gas\")",
        "age = 16", "16 = age", "age in [16..60)", "age in (15..16]", "age in ]15..16]", "not(age in (16..60))",
        "age in [15..17[", "age between 16 and 59", "age in (3, 16)", "age != 3", "age >= 16.0", "15 < age", "age > -1",
        "age > 15 and age < 17 or false", "false and false or true", "(insured or false) and (true)",
        "years since(birthDate) = 0", "days since(birthDate) = 90", "days since(birthDate) <= 90",
        "days until(expiryDate) = 0", "expiryDate >= today", "today <= expiryDate", "not(birthDate >= today)",
        "birthDate = date(\"2025-12-01\")", "birthDate in [date(\"2025-01-01\")..date(\"2025-12-31\")]",
        "days until(expiryDate) in [0..90]", "days until(birthDate) < -89", "age * 12 >= 192", "12 * age < 193", "age * 3 = 48", "age - 16 = 0", "-1 * age <= -16", "age / 3 > 5", "age / 5 < 3.21",
        "age * 3 != 47", "not(age * 3 = 47)", "age + 2 - 1 = 17", "age + 14 > 2 * age - 3", "age * 2 between 31 and 33",
        "age * 2 in (30..32]", "children + age = 19", "children * 5 < age", "age > children", "2 * children - age / 2 = -2",
        "birthDate + 0 years <= today", "birthDate + 90 days = today", "today - 90 days = birthDate", "birthDate + 1 years > today",
        "birthDate <= today - 90 days", "not(birthDate <= today - 1 years)", "birthDate + 1 days = date(\"2025-12-02\")",
        "date(\"2026-01-01\") - 31 days = birthDate", "expiryDate - 30 days < today + 1 days",
        "name = \"O'Neil \\\"x\\\" 𠮷\""})
    void isMet(String text) {
        assertThat(parsed(text).evaluate(KNOWN::get, TODAY).isMet()).isTrue();
        assertThat(parsed("not(" + text + ")").evaluate(KNOWN::get, TODAY).isNotMet()).isTrue();
    }

    @Test
    void whatIsNotKnownOfOneThingMakesItUnknownOnlyWhereItMatters() {
        Map<String, Answer> here = Map.of("here", Answer.YES);
        Map<String, Answer> nothing = Map.of();
        assertThat(truth("some x in family satisfies x.here", List.of(nothing, here)).isMet()).isTrue();
        assertThat(truth("every x in family satisfies x.here", List.of(nothing, here))).isEqualTo(new Truth.Unknown(Set.of("family")));
        assertThat(truth("every x in family satisfies not(x.here)", List.of(nothing, here)).isNotMet()).isTrue();
        assertThat(truth("every x in family satisfies x.here", List.of()).isMet()).isTrue();
        assertThat(truth("some x in family satisfies x.here", List.of()).isNotMet()).isTrue();
        assertThat(truth("count(family) = 2", List.of(nothing, here)).isMet()).isTrue();
    }

    private static Truth truth(String text, List<Map<String, Answer>> family) {
        return parsed(text).evaluate(name -> name.equals("family") ? new Answer.Items(family) : null, TODAY);
    }

    @Test
    void aSumIsKnownOnlyIfAllItsPartsAre() {
        Map<String, Answer> some = new HashMap<>(Map.of("age", Answer.of(16)));
        assertThat(parsed("age + children > 3").evaluate(some::get, TODAY)).isEqualTo(new Truth.Unknown(Set.of("children")));
        some.put("children", Answer.NOT_APPLICABLE);
        assertThat(parsed("age + children > 3").evaluate(some::get, TODAY)).isEqualTo(new Truth.NotMet(Set.of("children")));
        assertThat(parsed("age + children > 3").names()).containsExactlyInAnyOrder("age", "children");
    }

    @Test
    void everyComparisonWithWhatIsNotApplicableIsNotMet() {
        for (String text : List.of("insured", "insured = false", "hukou = \"hangzhou\"", "hukou != \"hangzhou\"",
                "accounts contains \"gas\"", "age != 3", "age < 5", "birthDate < today", "years since(birthDate) != 7")) {
            assertThat(parsed(text).evaluate(_ -> Answer.NOT_APPLICABLE, TODAY).isNotMet()).as(text).isTrue();
            assertThat(parsed("not(" + text + ")").evaluate(_ -> Answer.NOT_APPLICABLE, TODAY).isMet()).as(text).isTrue();
        }
    }

    @Test
    void saysWhichFactsDecideAndWhichAreMissing() {
        Map<String, Answer> some = new HashMap<>(Map.of("insured", Answer.NO, "age", Answer.of(3)));
        assertThat(parsed("insured and hukou = \"zhejiang\"").evaluate(some::get, TODAY))
                .isEqualTo(new Truth.NotMet(Set.of("insured")));
        assertThat(parsed("age = 3 or hukou = \"zhejiang\"").evaluate(some::get, TODAY))
                .isEqualTo(new Truth.Met(Set.of("age")));
        assertThat(parsed("age = 3 and hukou = \"zhejiang\" and accounts contains \"gas\"").evaluate(some::get, TODAY))
                .isEqualTo(new Truth.Unknown(Set.of("hukou", "accounts")));
        some.put("hukou", Answer.of(5)); // a value of another kind is no knowledge
        assertThat(parsed("hukou = \"zhejiang\"").evaluate(some::get, TODAY).isUnknown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29,2025-02-28,0", "2024-02-29,2025-03-01,1", "2000-03-02,2026-03-01,25", "2000-03-01,2026-03-01,26",
        "2026-03-02,2026-03-01,-1"})
    void countsFullYears(LocalDate birth, LocalDate today, int years) {
        assertThat(parsed("years since(birthDate) = " + years).evaluate(_ -> Answer.of(birth), today).isMet()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "hukuo = \"zhejiang\" | 1 | UNKNOWN_NAME | Did you mean “hukou”?",
        "hukou = \"hangzhuo\" | 9 | UNKNOWN_ANSWER | Did you mean “hangzhou”?",
        "insured and hukou in (\"x\") | 23 | UNKNOWN_ANSWER | Use one of: hangzhou, zhejiang, elsewhere.",
        "hukou | 1 | WRONG_TYPE | Compare it with a value, for example with =.",
        "age = \"16\" | 7 | WRONG_TYPE | Write a plain number.",
        "birthDate = 16 | 13 | WRONG_TYPE | Write date(\"2026-01-31\"), or years since(…) for a number.",
        "years since(age) > 3 | 13 | WRONG_TYPE | Use a question that is a date.",
        "age in [9..3] | 9 | WRONG_TYPE | Put the lower bound first.",
        "insured > 3 | 1 | WRONG_TYPE | It is answered by yes or no: write it alone, or not(insured).",
        "accounts = \"gas\" | 1 | WRONG_TYPE | Write accounts contains \"…\".",
        "hukou contains \"x\" | 1 | WRONG_TYPE | Compare with = instead.",
        "age = insured | 1 | WRONG_TYPE | Compare one question with one value.",
        "3 = 3 | 1 | WRONG_TYPE | Compare one question with one value.",
        "family | 1 | WRONG_TYPE | Compare it with a value, for example with =.",
        "family = 3 | 1 | WRONG_TYPE | It is repeated: write some one in family satisfies one.… = …, or count(family).",
        "count(age) > 3 | 7 | WRONG_TYPE | Use a question that is repeated, such as children.",
        "some x in age satisfies x.age > 3 | 11 | WRONG_TYPE | Use a question that is repeated, such as children.",
        "some x in famly satisfies x.age > 3 | 11 | UNKNOWN_NAME | Did you mean “family”?",
        "some x in family satisfies x.agee > 3 | 30 | UNKNOWN_NAME | Did you mean “age”?",
        "some x in family satisfies age > 3 | 28 | UNKNOWN_NAME | Put “some … satisfies …” in parentheses to join it with anything else.",
        "some x in family satisfies x.age > x.age * 2 - x.born | 38 | WRONG_TYPE | Write as in birthDate + 18 years <= today; for the time between two dates ask a question of its own.",
        "x.age > 3 | 1 | UNKNOWN_NAME | Write as in some child in children satisfies child.age < 18.",
        "some x in family satisfies (some y in family satisfies y.here) | 29 | WRONG_TYPE | Write them side by side, joined by and or or.",
        "hukou + 1 > 3 | 1 | WRONG_TYPE | Reckon with questions that are numbers; compare anything else by itself.",
        "age * children > 3 | 1 | WRONG_TYPE | Ask for the product as a question of its own.",
        "age / 0 > 3 | 7 | WRONG_TYPE | Multiply the other side instead, or ask for the quotient as a question of its own.",
        "age - age > 3 | 1 | WRONG_TYPE | Compare one question with one value.",
        "birthDate < expiryDate | 1 | WRONG_TYPE | Compare each with today or with a date, or ask what lies between as a question of its own.",
        "expiryDate - birthDate < 30 | 1 | WRONG_TYPE | Write as in birthDate + 18 years <= today; for the time between two dates ask a question of its own.",
        "birthDate + 18 years = today | 1 | WRONG_TYPE | Write as in birthDate + 18 years <= today, or years since(birthDate) >= 18.",
        "birthDate + 6 months <= today | 13 | WRONG_TYPE | Write days or years, as in birthDate + 18 years <= today.",
        "birthDate + 3 days < expiryDate | 1 | WRONG_TYPE | Compare one date with today or with a day that is written out, or ask what lies between as a question of its own.",
        "birthDate + 18 years < 3 | 24 | WRONG_TYPE | Compare it with today or with a date, as in birthDate + 18 years <= today.",
        "age == 3 | 5 | SYNTAX | Write = for “is equal to”.",
        "insured && insured | 9 | SYNTAX | Write and.",
        "hukou = 'zhejiang' | 9 | SYNTAX | Put texts in plain double quotes: \"text\".",
        "hukou = “zhejiang” | 9 | SYNTAX | Put texts in plain double quotes: \"text\".",
        "hukou = \"zhejiang | 9 | SYNTAX | Close it with \".",
        "birthDate > date(\"2026-02-30\") | 18 | SYNTAX | Write year-month-day, as in date(\"2026-01-31\").",
        "insured # | 9 | SYNTAX | Remove it; only names, numbers, \"texts\" and = != < <= > >= + - * / ( ) [ ] , .. may stand here.",
        "age > 3a | 7 | SYNTAX | Write a number, or put a text in double quotes.",
        "age > 1234567890123456789 | 7 | SYNTAX | Use at most 18 digits."})
    void saysWhereAndHowToMend(String text, int column, Fault.Cause cause, String remedy) {
        assertThat(Condition.parse(text, NAMES, PLACE)).isInstanceOfSatisfying(Parse.Malformed.class, malformed -> {
            Fault fault = malformed.faults().getFirst();
            assertThat(fault.place()).isEqualTo(PLACE);
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.cause()).isEqualTo(cause);
            assertThat(fault.remedy()).isEqualTo(remedy);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "(insured | 9 | Expected “)”, found the end.",
        "insured) | 8 | Expected “and”, “or” or the end, found “)”.",
        "not insured | 5 | Expected “(”, found “insured”.",
        "insured and | 12 | Expected a name or a value, found the end.",
        "age in [3, 4] | 10 | Expected “..”, found “,”.",
        "age in 3 | 8 | Expected “(” of a list, or “[” of a range, found “3”.",
        "age between 3 or 4 | 15 | Expected “and”, found “or”.",
        "years since birthDate > 3 | 13 | Expected “(”, found “birthDate”.",
        "accounts contains water | 19 | Expected an answer in double quotes, found “water”."})
    void namesTheTokenExpected(String text, int column, String message) {
        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.column()).isEqualTo(column);
            assertThat(fault.message()).isEqualTo(message);
        });
    }

    @Test
    void collectsAllWrongNamesOfOneCondition() {
        assertThat(faults("hukuo = \"x\" and agee > 3 or hukou = \"y\"")).hasSize(3);
    }

    @Test
    void survivesHostileText() {
        assertThat(faults("")).singleElement().extracting(Fault::remedy).isEqualTo("Write true if it is always met.");
        assertThat(faults(" \t\n ")).hasSize(1);
        assertThat(faults("insured or ".repeat(1_000) + "insured")).singleElement().extracting(Fault::cause)
                .isEqualTo(Fault.Cause.TOO_LARGE);
        assertThat(faults("(".repeat(1_500) + "insured" + ")".repeat(1_500))).singleElement()
                .extracting(Fault::cause).isEqualTo(Fault.Cause.TOO_LARGE);
        assertThat(faults("not(".repeat(900))).singleElement().extracting(Fault::cause).isEqualTo(Fault.Cause.TOO_LARGE);
        assertThat(faults("insured\0")).singleElement().extracting(Fault::message)
                .isEqualTo("The character “U+0000” has no meaning in a condition.");
        assertThat(faults("ｉnsured")).hasSize(1);
        assertThat(faults("insured \u202e = true")).singleElement().extracting(Fault::message).asString().contains("U+202E");
        assertThat(faults("\ud83d")).hasSize(1);
        assertThat(faults("x".repeat(3_000))).singleElement().extracting(Fault::message).asString().hasSizeLessThan(100);
        assertThat(parsed("(".repeat(50) + "insured" + ")".repeat(50)).evaluate(KNOWN::get, TODAY).isMet()).isTrue();
    }

    @Test
    void neverThrowsOnGarbage() {
        String[] pieces = {"insured", "hukou", "age", "birthDate", "accounts", "=", "!=", "<", "(", ")", "[", "]", "..", ",", "in",
            "between", "and", "or", "not", "contains", "\"water\"", "\"hangzhou\"", "3", "-", "today", "date", "years", "since",
            "days", "until", "true", "+", "*", "/", "18 years", "children", "some x in family satisfies", "x.age", ".", "count(family)", "every", "\u0001", "\"", "é", "."};
        for (long seed = 1; seed <= 20_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) == 0 ? "" : " ");
            }
            switch (Condition.parse(text.toString(), NAMES, PLACE)) {
                case Parse.Parsed(Condition condition) ->
                    assertThat(condition.evaluate(KNOWN::get, TODAY).isUnknown()).as("seed %d: %s", seed, text).isFalse();
                case Parse.Malformed(List<Fault> faults) -> assertThat(faults).as("seed %d: %s", seed, text).isNotEmpty()
                        .allSatisfy(fault -> assertThat(fault.column()).isBetween(1, text.length() + 1));
            }
        }
    }

    private static Condition parsed(String text) {
        return Condition.parse(text, NAMES, PLACE).orThrow();
    }

    private static List<Fault> faults(String text) {
        return Condition.parse(text, NAMES, PLACE) instanceof Parse.Malformed(List<Fault> faults) ? faults : List.of();
    }
}
