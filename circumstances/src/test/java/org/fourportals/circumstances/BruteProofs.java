package org.fourportals.circumstances;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                case REQUIREMENT, OTHER -> accepts && possible.stream()
                        .anyMatch(c -> affair.met(Section.REFUSAL, c).isEmpty() && part.when().met().test(c));
            };
            if (!reachable) {
                failing.add("UNREACHABLE " + part.id());
            }
        }
        return failing;
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
}
