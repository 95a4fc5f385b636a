package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Fault;
import org.fourportals.circumstances.condition.Parse;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.fourportals.circumstances.condition.Wording;

/** Reads all conditions of an affair and checks its names, before anything is proved. */
final class Reading {

    /** A rule with its condition read. */
    record Read(Section section, String id, Place place, Condition condition) {}

    private static final int MOST_RULES = 20_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final AffairRules rules;
    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Condition> whens = new ArrayList<>();
    private final List<Read> read = new ArrayList<>();

    Reading(AffairRules rules) {
        this.rules = rules;
        Map<String, Type> types = new LinkedHashMap<>();
        rules.questions().forEach(question -> types.putIfAbsent(question.id(), question.type()));
        this.vocabulary = Vocabulary.ofQuestions(types);
        if (tooMuch()) {
            return;
        }
        problems.addAll(new QuestionChecks().of(rules.questions()));
        for (Question question : rules.questions()) {
            read(question.when() == null ? "true" : question.when(), question.place(),
                    "The condition of question " + quoted(question.id())).ifPresent(whens::add);
        }
        readAll(Section.EXCLUSION, rules.exclusions());
        readAll(Section.GROUND, rules.grounds());
        readAll(Section.REFUSAL, rules.refusals());
        readAll(Section.REQUIREMENT, rules.requirements().stream()
                .map(r -> new Rule(r.id(), r.when(), r.place())).toList());
        readAll(Section.EVIDENCE, conditionalEvidence());
        readAll(Section.OTHER, rules.others());
        rules.answersUsed().stream().sorted().filter(id -> !types.containsKey(id)).forEach(id ->
                problem(Problem.Kind.UNKNOWN_NAME, home(), "The result uses the answer to " + quoted(id)
                        + ", but there is no such question.", Wording.didYouMean(id, types.keySet(), "question")));
        if (problems.isEmpty()) {
            checkOrder();
        }
    }

    /** Whether there is more to read than any affair needs; then nothing is read. */
    private boolean tooMuch() {
        List<String> all = Stream.of(
                Stream.of(rules.exclusions(), rules.grounds(), rules.refusals(), rules.others(), conditionalEvidence())
                        .flatMap(List::stream).map(Rule::when),
                rules.requirements().stream().map(Requirement::when)).flatMap(texts -> texts).toList();
        int count = all.size();
        long characters = all.stream().mapToLong(String::length).sum();
        if (count > MOST_RULES || characters > MOST_CHARACTERS) {
            problem(Problem.Kind.TOO_LARGE, home(), "The affair has " + count + " rules with " + characters
                    + " characters of conditions: more than the " + MOST_RULES + " rules or " + MOST_CHARACTERS
                    + " characters that are read.", "Look for a condition that was pasted by mistake, or split the affair.");
        }
        return !problems.isEmpty();
    }

    private List<Rule> conditionalEvidence() {
        return rules.requirements().stream().flatMap(r -> r.evidence().stream())
                .filter(way -> !way.when().strip().equals("true")).toList();
    }

    List<Problem> problems() {
        return problems;
    }

    List<Condition> whens() {
        return whens;
    }

    List<Read> read() {
        return read;
    }

    /** The different sums of several answers that conditions make. */
    Set<Expr.Sum> sums() {
        Set<Expr.Sum> sums = new LinkedHashSet<>();
        whens.forEach(when -> when.expr().sums(sums::add));
        read.forEach(one -> one.condition().expr().sums(sums::add));
        return sums;
    }

    /** Where the affair itself is written. */
    Place home() {
        return rules.questions().stream().map(Question::place)
                .findFirst().map(place -> new Place(place.file(), 1)).orElse(new Place(rules.affair(), 1));
    }

    private void readAll(Section section, List<Rule> rulesOfSection) {
        Set<String> ids = new HashSet<>();
        for (Rule rule : rulesOfSection) {
            String name = title(section, rule.id());
            if (!ids.add(rule.id())) {
                problem(Problem.Kind.DUPLICATE_ID, rule.place(), name + " is declared twice.", "Give one another id.");
            }
            read(rule.when(), rule.place(), "The condition of " + decapitalised(name))
                    .ifPresent(condition -> read.add(new Read(section, rule.id(), rule.place(), condition)));
        }
    }

    private Optional<Condition> read(String text, Place place, String whose) {
        return switch (Condition.parse(text, vocabulary, place)) {
            case Parse.Parsed(Condition condition) -> {
                condition.expr().sums(sum -> checkSum(sum, place, whose));
                yield Optional.of(condition);
            }
            case Parse.Malformed(List<Fault> faults) -> {
                faults.forEach(fault -> problem(KINDS.get(fault.cause()), fault.place(),
                        whose + ", column " + fault.column() + ": " + fault.message(), fault.remedy()));
                yield Optional.empty();
            }
        };
    }

    private void checkSum(Expr.Sum sum, Place place, String whose) {
        Map<String, Question> questions = new HashMap<>();
        rules.questions().forEach(question -> questions.put(question.id(), question));
        BigInteger combinations = Sums.combinations(sum, questions);
        if (combinations.compareTo(BigInteger.valueOf(Sums.MOST)) > 0) {
            problem(Problem.Kind.TOO_LARGE, place, whose + " reckons with " + String.join(", ", sum.coefficients().keySet())
                    + " together, which have " + combinations + " combinations: more than the " + Sums.MOST
                    + " that can be followed exactly.", "Narrow their min and max, or ask it as a question of its own.");
        }
    }

    private static final Map<Fault.Cause, Problem.Kind> KINDS = new EnumMap<>(Map.of(
            Fault.Cause.SYNTAX, Problem.Kind.SYNTAX,
            Fault.Cause.UNKNOWN_NAME, Problem.Kind.UNKNOWN_NAME,
            Fault.Cause.UNKNOWN_ANSWER, Problem.Kind.UNKNOWN_ANSWER,
            Fault.Cause.WRONG_TYPE, Problem.Kind.WRONG_TYPE,
            Fault.Cause.TOO_LARGE, Problem.Kind.TOO_LARGE));

    private void checkOrder() {
        Map<String, Integer> positions = new HashMap<>();
        for (int q = 0; q < whens.size(); q++) {
            positions.put(rules.questions().get(q).id(), q);
        }
        for (int q = 0; q < whens.size(); q++) {
            Question question = rules.questions().get(q);
            for (String name : whens.get(q).names()) {
                if (positions.get(name) >= q) {
                    problem(Problem.Kind.LATER_QUESTION, question.place(), "Whether " + quoted(question.id())
                            + " is asked depends on " + quoted(name) + ", which is "
                            + (name.equals(question.id()) ? "the question itself." : "asked later."),
                            "Use earlier questions only, or move the question.");
                }
            }
        }
    }

    static String title(Section section, String id) {
        return switch (section) {
            case EXCLUSION -> "Exclusion ";
            case GROUND -> "Ground ";
            case REFUSAL -> "Refusal ";
            case REQUIREMENT -> "Requirement ";
            case EVIDENCE -> "Evidence ";
            case OTHER -> "Condition ";
        } + quoted(id);
    }

    static String quoted(String id) {
        return "“" + Wording.brief(id) + "”";
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private void problem(Problem.Kind kind, Place place, String message, String remedy) {
        problems.add(new Problem(kind, place, message, remedy, null));
    }
}
