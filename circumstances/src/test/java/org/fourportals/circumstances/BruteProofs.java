package org.fourportals.circumstances;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;

/** What is wrong with a random affair, found by looking at every combination of answers. */
final class BruteProofs {

    private BruteProofs() {}

    static Set<String> failing(RandomAffair affair) {
        Set<Map<String, Answer>> all = AgainstBruteForceTest.circumstances(affair);
        Set<Map<String, Answer>> possible = all.stream()
                .filter(c -> AgainstBruteForceTest.end(affair, c) != End.EXCLUDED).collect(Collectors.toSet());
        if (possible.isEmpty()) {
            return Set.of("NO_CIRCUMSTANCE ");
        }
        Set<String> failing = new HashSet<>();
        Set<End> ends = possible.stream().map(c -> AgainstBruteForceTest.end(affair, c)).collect(Collectors.toSet());
        Map<End, String> kinds = Map.of(End.NEITHER, "NEITHER_ACCEPTED_NOR_REFUSED ", End.BOTH,
                "BOTH_ACCEPTED_AND_REFUSED ", End.ACCEPTED_WITHOUT_REQUIREMENT, "ACCEPTED_WITHOUT_REQUIREMENT ");
        ends.stream().filter(kinds::containsKey).map(kinds::get).forEach(failing::add);
        for (Question question : affair.questions) {
            question(affair, question, possible, failing);
        }
        boolean accepts = ends.contains(End.ACCEPTED) || ends.contains(End.ACCEPTED_WITHOUT_REQUIREMENT);
        for (RandomAffair.Part part : affair.parts) {
            boolean reachable = switch (part.section()) {
                case EXCLUSION -> all.stream().anyMatch(part.when().met());
                case GROUND, REFUSAL -> possible.stream().anyMatch(part.when().met());
                case REQUIREMENT, EVIDENCE, OTHER -> accepts && possible.stream()
                        .anyMatch(c -> affair.met(Section.REFUSAL, c).isEmpty() && part.when().met().test(c));
            };
            if (!reachable) {
                failing.add("UNREACHABLE " + part.id());
            }
        }
        Set<End> accepting = Set.of(End.ACCEPTED, End.ACCEPTED_WITHOUT_REQUIREMENT);
        checklists(affair, possible.stream().filter(c -> accepting.contains(AgainstBruteForceTest.end(affair, c)))
                .map(c -> Map.of(Section.REQUIREMENT, affair.met(Section.REQUIREMENT, c),
                        Section.EVIDENCE, affair.met(Section.EVIDENCE, c))).toList(), failing);
        return failing;
    }

    /** Requirements that nothing satisfies somewhere, and documents asked for twice. */
    private static void checklists(RandomAffair affair, List<Map<Section, Set<String>>> accepted, Set<String> failing) {
        affair.evidence.forEach((id, ways) -> {
            boolean always = ways.stream().anyMatch(way -> way.when().equals("true"));
            if (ways.isEmpty() || !always && accepted.stream().anyMatch(c -> c.get(Section.REQUIREMENT).contains(id)
                    && ways.stream().noneMatch(way -> c.get(Section.EVIDENCE).contains(way.id())))) {
                failing.add("NO_EVIDENCE " + id);
            }
        });
        List<String> same = List.copyOf(affair.documents.keySet());
        for (int i = 0; i < same.size(); i++) {
            for (String other : same.subList(i + 1, same.size())) {
                String one = same.get(i);
                if (accepted.stream().anyMatch(c -> c.get(Section.REQUIREMENT).containsAll(List.of(one, other)))) {
                    failing.add("DOCUMENT_TWICE " + one + " of " + other);
                }
            }
        }
    }

    private static void question(RandomAffair affair, Question question, Set<Map<String, Answer>> possible, Set<String> failing) {
        List<Answer> given = possible.stream().map(c -> c.get(question.id()))
                .filter(a -> !(a instanceof Answer.NotApplicable)).distinct().toList();
        if (given.isEmpty()) {
            failing.add("DEAD_QUESTION " + question.id());
            return;
        }
        boolean used = affair.used.contains(question.id()) && possible.stream().anyMatch(c ->
                affair.met(Section.REFUSAL, c).isEmpty() && !(c.get(question.id()) instanceof Answer.NotApplicable));
        if (!used && !matters(affair, question.id())) {
            failing.add("DEAD_QUESTION " + question.id());
        }
        if (!failing.contains("DEAD_QUESTION " + question.id()) && !affair.used.contains(question.id())) {
            interchangeable(affair, question, failing);
        }
        Set<String> told = given.stream().flatMap(a -> a instanceof Answer.Several several
                ? several.values().stream() : List.of(a.toString()).stream()).collect(Collectors.toSet());
        List<String> answers = question.kind() == Question.Kind.YES_NO ? List.of("yes", "no") : question.answers();
        answers.stream().filter(answer -> !told.contains(answer))
                .forEach(answer -> failing.add("UNREACHABLE " + answer + " of " + question.id()));
    }

    /** Whether two combinations that differ in this answer alone are both possible and end differently. */
    private static boolean matters(RandomAffair affair, String question) {
        Map<Map<String, Answer>, Object> outcomes = new HashMap<>();
        for (Map<String, Answer> combination : affair.combinations()) {
            Map<String, Answer> circumstance = affair.circumstance(combination);
            if (affair.met(Section.EXCLUSION, circumstance).isEmpty()) {
                Map<String, Answer> others = new HashMap<>(combination);
                others.remove(question);
                Object outcome = affair.outcome(circumstance);
                Object other = outcomes.putIfAbsent(others, outcome);
                if (other != null && !other.equals(outcome)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void interchangeable(RandomAffair affair, Question question, Set<String> failing) {
        List<String> answers = question.answers();
        for (int j = 0; j < answers.size(); j++) {
            if (question.kind() == Question.Kind.SEVERAL_OF) {
                Answer.Several alone = new Answer.Several(Set.of(answers.get(j)));
                if (interchangeable(affair, question.id(), (one, other) -> one instanceof Answer.Several with
                        && other instanceof Answer.Several without && !without.values().containsAll(alone.values())
                        && with.equals(joined(without, alone)))) {
                    failing.add("INTERCHANGEABLE_ANSWERS " + answers.get(j) + " of " + question.id());
                }
                continue;
            }
            Answer later = Answer.of(answers.get(j));
            for (String earlier : answers.subList(0, j)) {
                if (interchangeable(affair, question.id(), (one, other) ->
                        one.equals(Answer.of(earlier)) && other.equals(later))) {
                    failing.add("INTERCHANGEABLE_ANSWERS " + earlier + " of " + answers.get(j) + " of " + question.id());
                    break;
                }
            }
        }
    }

    private static Answer.Several joined(Answer.Several one, Answer.Several other) {
        Set<String> both = new HashSet<>(one.values());
        both.addAll(other.values());
        return new Answer.Several(both);
    }

    /** Whether pairs of answers that fit are possible together somewhere, and end alike wherever they are. */
    private static boolean interchangeable(RandomAffair affair, String question, BiPredicate<Answer, Answer> fits) {
        Map<Map<String, Answer>, Map<Answer, Object>> contexts = new HashMap<>();
        for (Map<String, Answer> combination : affair.combinations()) {
            Map<String, Answer> circumstance = affair.circumstance(combination);
            boolean asked = !(circumstance.get(question) instanceof Answer.NotApplicable);
            if (asked && affair.met(Section.EXCLUSION, circumstance).isEmpty()) {
                Map<String, Answer> others = new HashMap<>(combination);
                others.remove(question);
                contexts.computeIfAbsent(others, _ -> new HashMap<>()).put(combination.get(question),
                        List.of(affair.outcome(circumstance), circumstance.values().stream()
                                .map(Answer.NotApplicable.class::isInstance).toList()));
            }
        }
        boolean met = false;
        for (Map<Answer, Object> ends : contexts.values()) {
            for (Answer one : ends.keySet()) {
                for (Answer other : ends.keySet()) {
                    if (fits.test(one, other)) {
                        met = true;
                        if (!ends.get(one).equals(ends.get(other))) {
                            return false;
                        }
                    }
                }
            }
        }
        return met;
    }
}
