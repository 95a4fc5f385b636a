package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;

/** Where an interview stands, found by looking at every combination that agrees with the facts. */
record BruteInterview(RandomAffair affair, Facts facts, String as) {

    static List<Map<String, Answer>> agreeing(RandomAffair affair, Facts facts) {
        return affair.combinations().stream()
                .filter(c -> facts.asMap().entrySet().stream().allMatch(e -> e.getValue().equals(c.get(e.getKey()))))
                .toList();
    }

    void check(Standing standing) {
        List<Map<String, Answer>> possible = agreeing(affair, facts).stream()
                .filter(c -> affair.met(Section.EXCLUSION, affair.circumstance(c)).isEmpty()).toList();
        if (possible.isEmpty()) {
            assertThat(standing).as(as).isInstanceOf(Standing.Impossible.class);
            return;
        }
        List<Map<String, Answer>> circumstances = possible.stream().map(affair::circumstance).toList();
        Set<String> refusals = new LinkedHashSet<>(affair.met(Section.REFUSAL, circumstances.getFirst()));
        circumstances.forEach(c -> refusals.retainAll(affair.met(Section.REFUSAL, c)));
        if (!refusals.isEmpty()) {
            assertThat(standing).as(as).isEqualTo(new Standing.Refused(List.copyOf(refusals)));
        } else if (circumstances.stream().map(affair::outcome).distinct().count() == 1 && usedAreKnown(circumstances)) {
            Map<String, Answer> any = circumstances.getFirst();
            assertThat(standing).as(as).isEqualTo(new Standing.Listed(
                    List.copyOf(affair.met(Section.GROUND, any)), List.copyOf(affair.met(Section.REQUIREMENT, any))));
        } else {
            assertThat(standing).as(as).isInstanceOf(Standing.Asking.class);
            asking(((Standing.Asking) standing).next(), possible, circumstances);
        }
    }

    private boolean usedAreKnown(List<Map<String, Answer>> circumstances) {
        return affair.used.stream().allMatch(id -> facts.knows(id)
                || circumstances.stream().allMatch(c -> c.get(id) instanceof Answer.NotApplicable));
    }

    private void asking(Question next, List<Map<String, Answer>> possible, List<Map<String, Answer>> circumstances) {
        assertThat(facts.knows(next.id())).as(as + " asks what is known: " + next.id()).isFalse();
        assertThat(circumstances).as(as + " asks what may not apply: " + next.id())
                .noneMatch(c -> c.get(next.id()) instanceof Answer.NotApplicable);
        boolean needed = needed(next.id(), possible);
        boolean entangled = !affair.section(Section.EXCLUSION).isEmpty();
        assertThat(needed || entangled && opens(next.id(), possible)).as(as + " asks in vain: " + next.id()).isTrue();
        for (Question earlier : affair.questions.subList(0, affair.questions.indexOf(next))) {
            assertThat(needed && !facts.knows(earlier.id()) && needed(earlier.id(), possible))
                    .as(as + " passes over " + earlier.id()).isFalse();
        }
    }

    /** Whether two possible combinations with the same later answers differ in this answer and in their outcome. */
    private boolean needed(String question, List<Map<String, Answer>> possible) {
        List<Map<String, Answer>> accepted = possible.stream().map(affair::circumstance)
                .filter(c -> affair.met(Section.REFUSAL, c).isEmpty()).toList();
        if (affair.used.contains(question) && !accepted.isEmpty()
                && accepted.stream().noneMatch(c -> c.get(question) instanceof Answer.NotApplicable)) {
            return true; // the resident must say it, even if it can be inferred
        }
        List<String> later = affair.questions.stream().map(Question::id).filter(id -> id.compareTo(question) > 0).toList();
        Map<List<Answer>, List<Map<String, Answer>>> alike = possible.stream().collect(
                Collectors.groupingBy(c -> later.stream().map(c::get).toList()));
        for (List<Map<String, Answer>> group : alike.values()) {
            Map<Answer, Set<Object>> outcomes = new HashMap<>();
            group.forEach(c -> outcomes.computeIfAbsent(c.get(question), _ -> new LinkedHashSet<>())
                    .add(affair.outcome(affair.circumstance(c))));
            long distinct = outcomes.values().stream().flatMap(Set::stream).distinct().count();
            if (outcomes.size() > 1 && distinct > 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer decides if another question is asked. */
    private boolean opens(String question, List<Map<String, Answer>> possible) {
        return affair.questions.stream().anyMatch(other -> possible.stream()
                .collect(Collectors.groupingBy(c -> c.get(question), Collectors.mapping(
                        c -> affair.circumstance(c).get(other.id()) instanceof Answer.NotApplicable, Collectors.toSet())))
                .values().stream().distinct().count() > 1);
    }
}
