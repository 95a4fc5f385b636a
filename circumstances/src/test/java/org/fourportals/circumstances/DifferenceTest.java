package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fourportals.circumstances.Difference.Change;
import org.fourportals.circumstances.Difference.Kind;
import org.fourportals.circumstances.condition.Place;
import org.junit.jupiter.api.Test;

/** What editors read of the difference between two versions of an affair. */
class DifferenceTest {

    private static final Place PLACE = new Place("two.yaml", 3);
    private static final Question AGE = Question.number("age", 0, 120, null, PLACE);
    private static final Question HUKOU = Question.choice("hukou", List.of("hangzhou", "zhejiang", "elsewhere"), null, PLACE);
    private static final Question BIRTH = Question.date("birth", null, PLACE);

    private static CompiledAffair affair(List<Question> questions, String refused, String... whens) {
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("always", "true", true, PLACE)));
        for (String when : whens) {
            requirements.add(new Requirement("r" + requirements.size(), when, true, PLACE));
        }
        List<Rule> refusals = refused.equals("false") ? List.of() : List.of(new Rule("no", refused, PLACE));
        return LargeAffairTest.proved(new AffairRules("two", questions, List.of(), List.of(new Rule("yes", "not(" + refused + ")", PLACE)),
                refusals, requirements, List.of(), questions.stream().map(Question::id).collect(Collectors.toSet())));
    }

    private static Difference between(CompiledAffair before, CompiledAffair after) {
        return Difference.between(before, after).orElseThrow();
    }

    @Test
    void nothingChangesBetweenAVersionAndItself() {
        CompiledAffair affair = affair(List.of(AGE, HUKOU), "age < 16", "hukou = \"zhejiang\"");
        Difference difference = between(affair, affair);
        assertThat(difference.changed()).isZero();
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.circumstances()).isEqualTo(affair.counts().circumstances());
    }

    @Test
    void saysInTheShortestConditionsWhatChanges() {
        Difference difference = between(affair(List.of(AGE, HUKOU), "age < 16", "hukou = \"zhejiang\""),
                affair(List.of(AGE, HUKOU), "age < 18", "hukou != \"hangzhou\" and age >= 60", "hukou = \"zhejiang\" and age < 60"));
        // under 16, to 17, to 59, from 60 on
        assertThat(difference.circumstances()).isEqualTo(4 * 3);
        assertThat(difference.changes()).extracting(Change::kind, Change::id, Change::where).containsExactly(
                tuple(Kind.REFUSED_NOW, "", List.of("age in [16..17]")),
                tuple(Kind.REQUIRED_NOW, "r1", List.of("age >= 60 and hukou = \"elsewhere\"")),
                tuple(Kind.REQUIRED_NO_LONGER, "r1", List.of("age in [18..59] and hukou = \"zhejiang\"")),
                tuple(Kind.REQUIRED_NOW, "r2", List.of("age in [18..59] and hukou = \"zhejiang\"")));
        assertThat(difference.changed()).isEqualTo(3 + 1 + 1);
        assertThat(difference.changes().getFirst().example().toString()).startsWith("age = 16");
    }

    @Test
    void answersAndNumbersThatOneVersionDoesNotOfferCannotOccurInIt() {
        Question wider = Question.choice("hukou", List.of("hangzhou", "zhejiang", "abroad"), null, PLACE);
        Difference difference = between(affair(List.of(HUKOU, AGE), "false", "age > 60"),
                affair(List.of(wider, Question.number("age", 0, 90, null, PLACE)), "false", "age > 60"));
        // who is over 90 and from abroad can occur in neither, and need not be told from the others
        assertThat(difference.changes()).extracting(Change::kind, Change::where).containsExactly(
                tuple(Kind.POSSIBLE_NOW, List.of("hukou = \"abroad\"")),
                tuple(Kind.POSSIBLE_NO_LONGER, List.of("age >= 91", "hukou = \"elsewhere\"")));
    }

    @Test
    void forgetsAQuestionThatOnlyOneVersionAsks() {
        Question kept = Question.yesNo("kept", null, PLACE);
        Difference difference = between(affair(List.of(kept, AGE), "false", "kept and age > 60"), affair(List.of(AGE), "false", "age > 60"));
        assertThat(difference.removed()).containsExactly("kept");
        assertThat(difference.circumstances()).isEqualTo(2);
        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.REQUIRED_NOW); // for those who said no
            assertThat(change.where()).containsExactly("age >= 61");
            assertThat(change.circumstances()).isEqualTo(1);
        });
    }

    @Test
    void writesDatesAsConditionsSayThem() {
        Difference difference = between(affair(List.of(BIRTH), "false", "years since(birth) >= 60"),
                affair(List.of(BIRTH), "false", "years since(birth) >= 65"));
        assertThat(difference.changes()).singleElement().extracting(Change::where).asString()
                .contains("years since(birth) >= 60", "not(years since(birth) >= 65)");
    }

    @Test
    void versionsThatAskInContraryOrderAreComparedAllTheSame() {
        Question freely = Question.yesNo("kept", null, PLACE);
        Question gated = Question.yesNo("other", "kept", PLACE);
        Question otherFreely = Question.yesNo("other", null, PLACE);
        Question keptGated = Question.yesNo("kept", "other", PLACE);
        Difference difference = between(affair(List.of(freely, gated, AGE), "false", "other and age > 3"),
                affair(List.of(otherFreely, keptGated, AGE), "false", "kept and age > 3"));
        assertThat(difference.removed()).containsExactly("kept", "other");
        assertThat(difference.added()).containsExactly("other", "kept");
        assertThat(difference.changed()).isEqualTo(1);
    }
}
