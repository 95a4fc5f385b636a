package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Truth;
import org.junit.jupiter.api.Test;

/** Enrolling a child in medical insurance: the engine as its callers use it, and what it says of mistakes in the file. */
class ChildMedicalInsuranceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final List<Question> questions = new ArrayList<>(List.of(
            Question.yesNo("insuredElsewhere", null, line(10)),
            Question.date("birthDate", null, line(20)),
            Question.choice("hukou", List.of("hangzhou", "zhejiang", "elsewhere"), null, line(30)),
            Question.choice("parentPermit", List.of("valid", "expired", "none"), "hukou != \"hangzhou\"", line(40)),
            Question.yesNo("subsidised", "hukou = \"hangzhou\"", line(50))));
    private final List<Rule> exclusions = new ArrayList<>();
    private final List<Rule> grounds = new ArrayList<>(List.of(
            new Rule("local-child", "not(insuredElsewhere) and years since(birthDate) < 18 and hukou = \"hangzhou\"", line(60)),
            new Rule("resident-parent", "not(insuredElsewhere) and years since(birthDate) < 18 and parentPermit = \"valid\"", line(61))));
    private final List<Rule> refusals = new ArrayList<>(List.of(
            new Rule("insured-elsewhere", "insuredElsewhere", line(70)),
            new Rule("grown-up", "years since(birthDate) >= 18", line(71)),
            new Rule("never-had-a-permit", "parentPermit = \"none\"", line(73)),
            new Rule("no-permit", "parentPermit in (\"expired\", \"none\")", line(72))));
    private final List<Requirement> requirements = new ArrayList<>(List.of(
            new Requirement("identity", "true", true, line(80)),
            new Requirement("birth-certificate", "days since(birthDate) <= 90", true, line(81)),
            new Requirement("permit", "hukou in (\"zhejiang\", \"elsewhere\")", true, line(82)),
            new Requirement("subsidy-proof", "subsidised", true, line(83))));
    private final List<Rule> others = new ArrayList<>(List.of(
            new Rule("form.formerProvince", "hukou = \"elsewhere\"", line(90))));

    @Test
    void asksOnlyWhatStillMatters() {
        CompiledAffair affair = proved();
        Facts facts = Facts.none().with("hukou", Answer.of("hangzhou")); // the pool knew it
        assertThat(affair.standing(facts, TODAY)).isEqualTo(new Standing.Asking(questions.get(0), 2));
        facts = facts.with("insuredElsewhere", Answer.NO);
        assertThat(affair.standing(facts, TODAY)).isEqualTo(new Standing.Asking(questions.get(1), 1));
        assertThat(affair.certain(Section.REQUIREMENT, facts, TODAY)).containsExactly("identity");
        assertThat(affair.possible(Section.REQUIREMENT, facts, TODAY))
                .containsExactly("identity", "birth-certificate", "subsidy-proof");
        facts = facts.with("birthDate", Answer.of(TODAY.minusDays(20)));
        assertThat(affair.standing(facts, TODAY)).isEqualTo(new Standing.Asking(questions.get(4), 0));
        facts = facts.with("subsidised", Answer.NO);
        assertThat(affair.standing(facts, TODAY)).isEqualTo(
                new Standing.Listed(List.of("local-child"), List.of("identity", "birth-certificate")));
        assertThat(affair.remaining(facts, TODAY)).isEqualTo(BigInteger.ONE);
    }

    @Test
    void refusesAsSoonAsItIsCertain() {
        assertThat(proved().standing(Facts.none().with("birthDate", Answer.of(LocalDate.of(2008, 3, 1))), TODAY))
                .isEqualTo(new Standing.Refused(List.of("grown-up")));
        assertThat(proved().standing(Facts.none().with("birthDate", Answer.of(LocalDate.of(2008, 3, 2))), TODAY))
                .isInstanceOf(Standing.Asking.class);
    }

    @Test
    void countsCircumstances() {
        // insured or not, three classes of birth dates (to 90 days, to 17 years, older), hangzhou × 2 + two others × 3
        assertThat(proved().counts().circumstances()).isEqualTo(BigInteger.valueOf(2 * 3 * (2 + 2 * 3)));
        assertThat(proved().counts().accepted()).isEqualTo(BigInteger.valueOf(2 * (2 + 2)));
        assertThat(proved().counts().refused()).isEqualTo(BigInteger.valueOf(48 - 8));
    }

    @Test
    void goingBackDropsExactlyWhatNoLongerApplies() {
        Facts facts = Facts.none().with("insuredElsewhere", Answer.NO).with("hukou", Answer.of("zhejiang"))
                .with("parentPermit", Answer.of("valid")).with("birthDate", Answer.of(TODAY));
        assertThat(proved().normalise(facts.with("hukou", Answer.of("hangzhou")), TODAY))
                .isEqualTo(facts.with("hukou", Answer.of("hangzhou")).without("parentPermit"));
        assertThat(proved().normalise(facts.without("hukou"), TODAY)).isEqualTo(facts.without("hukou"));
        assertThat(proved().evaluate(Section.GROUND, "resident-parent", facts.without("hukou"), TODAY))
                .isEqualTo(new Truth.Unknown(Set.of("hukou")));
    }

    @Test
    void namesAnswersThatCannotBe() {
        exclusions.add(new Rule("newborn-insured", "insuredElsewhere and days since(birthDate) <= 90", line(55)));
        Facts facts = Facts.none().with("insuredElsewhere", Answer.YES).with("birthDate", Answer.of(TODAY));
        assertThat(proved().standing(facts, TODAY)).isEqualTo(new Standing.Impossible("newborn-insured"));
        assertThat(proved().counts().circumstances()).isEqualTo(BigInteger.valueOf(48 - 8));
        assertThat(proved().remaining(facts, TODAY)).isEqualTo(BigInteger.ZERO);
    }

    @Test
    void takesNoAnswerThatTheQuestionDoesNotAdmit() {
        Facts facts = Facts.none().with("hukou", Answer.of("paris")).with("birthDate", Answer.of(3))
                .with("insuredElsewhere", Answer.NO).with("shoeSize", Answer.of(37));
        assertThat(proved().invalid(facts)).containsOnlyKeys("hukou", "birthDate", "shoeSize")
                .containsEntry("hukou", "needs one of hangzhou, zhejiang, elsewhere");
        assertThat(proved().standing(facts, TODAY)).isEqualTo(proved().standing(
                Facts.none().with("insuredElsewhere", Answer.NO), TODAY));
        assertThat(proved().evaluate(Section.REQUIREMENT, "permit", facts, TODAY)).isEqualTo(new Truth.Unknown(Set.of("hukou")));
    }

    @Test
    void showsTheCircumstanceThatEndsNowhere() {
        refusals.removeLast();
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.NEITHER_ACCEPTED_NOR_REFUSED);
            assertThat(problem.message()).startsWith("4 circumstances lead to neither a ground nor a refusal.");
            assertThat(problem.counterExample()).isNotNull();
            assertThat(problem.counterExample().toString()).contains("insuredElsewhere = no", "parentPermit = expired");
        });
    }

    @Test
    void showsWhatIsAcceptedAndRefusedAtOnce() {
        grounds.add(new Rule("everybody", "hukou = \"zhejiang\" and parentPermit = \"none\"", line(62)));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.BOTH_ACCEPTED_AND_REFUSED);
            assertThat(problem.message()).contains("ground “everybody”", "refusal “no-permit”");
            assertThat(problem.counterExample().toString()).contains("hukou = zhejiang", "parentPermit = none");
        });
    }

    @Test
    void findsDeadQuestionsAndWhatNobodyReaches() {
        questions.add(Question.yesNo("favourite", null, line(51)));
        questions.add(Question.yesNo("never", "hukou = \"hangzhou\" and parentPermit = \"valid\"", line(52)));
        requirements.add(new Requirement("odd", "parentPermit = \"none\"", true, line(84)));
        requirements.add(new Requirement("bare", "hukou = \"zhejiang\"", false, line(85)));
        exclusions.add(new Rule("no-zhejiang", "hukou = \"elsewhere\"", line(56)));
        assertThat(problems()).extracting(problem -> problem.place().line() + " " + problem.kind()).containsExactlyInAnyOrder(
                "51 DEAD_QUESTION", "52 DEAD_QUESTION", "30 UNREACHABLE", "84 UNREACHABLE", "85 NO_EVIDENCE", "90 UNREACHABLE");
        assertThat(problems()).filteredOn(p -> p.place().line() == 85).singleElement()
                .extracting(p -> p.counterExample().toString()).asString().contains("hukou = zhejiang");
    }

    @Test
    void namesAnswersThatNobodyNeedsToldApart() {
        refusals.remove(2); // what told an expired permit from none
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.INTERCHANGEABLE_ANSWERS);
            assertThat(problem.place().line()).isEqualTo(40);
            assertThat(problem.message()).startsWith("Answers “expired” and “none” of question “parentPermit”");
        });
        assertThat(proved(Set.of("parentPermit")).counts().circumstances()).isEqualTo(BigInteger.valueOf(48));
    }

    @Test
    void findsADocumentThatIsAskedForTwice() {
        requirements.add(new Requirement("book", "hukou = \"hangzhou\"", always("book"), "household-book", line(84)));
        requirements.add(new Requirement("other-book", "hukou = \"zhejiang\"", always("o"), "household-book", line(85)));
        assertThat(problems()).isEmpty();
        requirements.add(new Requirement("third-book", "subsidised", always("third"), "household-book", line(86)));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.DOCUMENT_TWICE);
            assertThat(problem.place().line()).isEqualTo(86);
            assertThat(problem.message()).contains("“book” and “third-book” ask twice in 2 circumstances");
            assertThat(problem.counterExample().toString()).contains("hukou = hangzhou", "subsidised = yes");
        });
    }

    private static List<Rule> always(String id) {
        return List.of(new Rule(id, "true", line(1)));
    }

    @Test
    void findsWhereNoEvidenceIsOpen() {
        Rule newborn = new Rule("from-hospital", "days since(birthDate) <= 90", line(87));
        requirements.add(new Requirement("parentage", "true", List.of(newborn), null, line(86)));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.NO_EVIDENCE);
            assertThat(problem.message()).startsWith("Requirement “parentage” has no evidence in 4 circumstances.");
            assertThat(problem.counterExample()).isNotNull();
        });
        Rule older = new Rule("at-home", "days since(birthDate) > 90", line(88));
        requirements.set(4, new Requirement("parentage", "true", List.of(newborn, older), null, line(86)));
        Facts facts = Facts.none().with("birthDate", Answer.of(TODAY)).with("insuredElsewhere", Answer.NO);
        assertThat(proved().certain(Section.EVIDENCE, facts, TODAY)).containsExactly("from-hospital");
    }

    @Test
    void keepsAQuestionWhoseAnswerItselfIsUsed() {
        questions.add(Question.number("formerSchemeYears", 0, 40, null, line(51)));
        assertThat(problems()).singleElement().extracting(Problem::kind).isEqualTo(Problem.Kind.DEAD_QUESTION);
        CompiledAffair affair = proved(Set.of("formerSchemeYears"));
        Facts facts = Facts.none().with("insuredElsewhere", Answer.NO).with("birthDate", Answer.of(TODAY))
                .with("hukou", Answer.of("hangzhou")).with("subsidised", Answer.NO);
        assertThat(affair.standing(facts, TODAY)).isEqualTo(new Standing.Asking(questions.getLast(), 0));
        assertThat(affair.standing(facts.with("formerSchemeYears", Answer.of(3)), TODAY)).isInstanceOf(Standing.Listed.class);
        assertThat(affair.standing(facts.with("insuredElsewhere", Answer.YES), TODAY)).isInstanceOf(Standing.Refused.class);
    }

    @Test
    void reportsEveryMistakeOfTheFileAtOnce() {
        questions.add(Question.yesNo("hukou", null, line(51)));
        questions.add(Question.yesNo("has-dash", null, line(52)));
        questions.add(Question.severalOf("much", List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"), null, line(53)));
        questions.add(Question.number("back", 9, 3, null, line(54)));
        grounds.add(new Rule("local-child", "hukou = \"hangzhuo\"", line(62)));
        requirements.add(new Requirement("x", "birthdate < today", true, line(84)));
        requirements.add(new Requirement("y", "hukou = ", true, line(85)));
        requirements.add(new Requirement("z", "hukou > 3", true, line(86)));
        assertThat(problems()).extracting(problem -> problem.place().line() + " " + problem.kind()).containsExactlyInAnyOrder(
                "51 DUPLICATE_ID", "52 BAD_QUESTION", "53 TOO_LARGE", "54 BAD_QUESTION", "62 DUPLICATE_ID",
                "62 UNKNOWN_ANSWER", "84 UNKNOWN_NAME", "85 SYNTAX", "86 WRONG_TYPE");
        assertThat(problems()).extracting(Problem::toString).anySatisfy(text -> assertThat(text).isEqualTo("child.yaml:84: The condition"
                + " of requirement “x”, column 1: There is no question “birthdate”. Did you mean “birthDate”?"));
    }

    @Test
    void refusesAQuestionThatDependsOnALaterOne() {
        questions.set(0, Question.yesNo("insuredElsewhere", "hukou = \"zhejiang\"", line(10)));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.LATER_QUESTION);
            assertThat(problem.message()).contains("“hukou”, which is asked later.");
        });
    }

    @Test
    void saysWhenTheExclusionsLeaveNothing() {
        exclusions.add(new Rule("all", "true", line(55)));
        assertThat(problems()).extracting(Problem::kind).containsExactly(Problem.Kind.NO_CIRCUMSTANCE);
    }

    private CompiledAffair proved() {
        return proved(Set.of());
    }

    private CompiledAffair proved(Set<String> used) {
        return switch (Circumstances.compile(rules(used))) {
            case Compilation.Proved(CompiledAffair affair) -> affair;
            case Compilation.Rejected(List<Problem> problems) -> throw new AssertionError(problems);
        };
    }

    private List<Problem> problems() {
        return Circumstances.compile(rules(Set.of())) instanceof Compilation.Rejected(List<Problem> found) ? found : List.of();
    }

    private AffairRules rules(Set<String> used) {
        return new AffairRules("child-medical-insurance-enrolment", questions, exclusions, grounds, refusals, requirements, others, used);
    }

    private static Place line(int line) {
        return new Place("child.yaml", line);
    }
}
