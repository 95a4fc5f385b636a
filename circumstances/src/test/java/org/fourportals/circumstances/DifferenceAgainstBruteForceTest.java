package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fourportals.circumstances.Difference.Change;
import org.fourportals.circumstances.Difference.Kind;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Vocabulary;
import org.junit.jupiter.api.Test;

/** The difference of two versions against all combinations of the answers to the questions of both. */
class DifferenceAgainstBruteForceTest {

    private static final int ROUNDS = Integer.getInteger("circumstances.rounds", 1_500) / 5;
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_303L);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void countsAndDescribesExactlyWhatChanges() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair before = new RandomAffair(seed, true, 1, seed % 4 == 0);
            RandomAffair after = new RandomAffair(seed, true, 2, seed % 4 == 1);
            String as = "seed %d: %s -> %s".formatted(seed, before, after);
            Difference difference = Difference.between(AgainstBruteForceTest.compiled(before),
                    AgainstBruteForceTest.compiled(after)).orElseThrow();
            assertThat(difference.added()).as(as).isEqualTo(seed % 4 == 1 ? List.of("more") : List.of());
            assertThat(difference.removed()).as(as).isEqualTo(seed % 4 == 0 ? List.of("more") : List.of());
            Map<Map<String, Answer>, Set<String>> changes = changes(before, after);
            assertThat(difference.circumstances()).as(as).isEqualTo(BigInteger.valueOf(changes.size()));
            assertThat(difference.changed()).as(as)
                    .isEqualTo(BigInteger.valueOf(changes.values().stream().filter(c -> !c.isEmpty()).count()));
            Map<String, Long> expected = changes.values().stream().flatMap(Set::stream)
                    .collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
            Map<String, Long> found = new TreeMap<>();
            difference.changes().forEach(c -> found.put(c.kind() + " " + c.id(), c.circumstances().longValueExact()));
            assertThat(found).as(as).isEqualTo(expected);
            difference.changes().forEach(change -> described(change, before, after, changes, as));
        }
    }

    /** The conditions hold in exactly the circumstances that change so, and the example is one of them. */
    private static void described(Change change, RandomAffair before, RandomAffair after,
            Map<Map<String, Answer>, Set<String>> changes, String as) {
        Map<String, Type> types = new LinkedHashMap<>();
        before.questions.forEach(question -> types.put(question.id(), question.type()));
        after.questions.forEach(question -> types.put(question.id(), question.type()));
        Set.copyOf(types.keySet()).forEach(id -> types.put("asked_" + id, new Type.YesNo()));
        List<Condition> conditions = change.where().stream().map(text -> text.replaceAll("(\\w+) is asked", "asked_$1")).map(text ->
                Condition.parse(text, Vocabulary.ofQuestions(types), new Place("difference", 1)).orThrow()).toList();
        String name = change.kind() + " " + change.id();
        changes.forEach((circumstance, changed) -> {
            boolean told = conditions.stream().anyMatch(condition -> condition.evaluate(id -> id.startsWith("asked_")
                    ? Answer.of(!(circumstance.get(id.substring(6)) instanceof Answer.NotApplicable)) : circumstance.get(id), TODAY).isMet());
            if (change.whole() || told) {
                assertThat(told).as("%s %s in %s, %s", name, change.where(), circumstance, as).isEqualTo(changed.contains(name));
            }
        });
        assertThat(changes.entrySet().stream().filter(e -> e.getValue().contains(name)).map(e -> {
            Map<String, Answer> applicable = new HashMap<>(e.getKey());
            applicable.values().removeIf(Answer.NOT_APPLICABLE::equals);
            return applicable;
        })).as(name + " " + as).contains(representative(change.example().asMap(), before, after));
    }

    /** The circumstance that stands for this one among the combinations, which are made from the classes of both versions. */
    private static Map<String, Answer> representative(Map<String, Answer> circumstance, RandomAffair before, RandomAffair after) {
        Map<String, Question> questions = new HashMap<>();
        before.questions.forEach(q -> questions.put(q.id(), q));
        after.questions.forEach(q -> questions.put(q.id(), q));
        Map<String, Answer> representative = new HashMap<>();
        circumstance.forEach((id, answer) -> representative.put(id, after.representative(questions.get(id), answer)));
        return representative;
    }

    /** Of each circumstance of the common questions, all that changes in it with some answer to the others. */
    private static Map<Map<String, Answer>, Set<String>> changes(RandomAffair before, RandomAffair after) {
        List<String> common = before.questions.stream().map(Question::id).filter(id -> !id.equals("more")).toList();
        Map<Map<String, Answer>, List<Map<String, Answer>>> completions = new LinkedHashMap<>();
        for (Map<String, Answer> combination : RandomAffair.combinations(before, after)) {
            Map<String, Answer> shared = new LinkedHashMap<>(combination);
            shared.keySet().retainAll(common);
            completions.computeIfAbsent(shared, _ -> new ArrayList<>()).add(combination);
        }
        Map<Map<String, Answer>, Set<String>> changes = new LinkedHashMap<>();
        completions.forEach((shared, all) -> {
            Map<String, Answer> circumstance = new LinkedHashMap<>();
            Set<String> changed = new HashSet<>();
            boolean possible = false;
            for (Map<String, Answer> combination : all) {
                Map<String, Answer> old = before.circumstance(combination);
                Map<String, Answer> current = after.circumstance(combination);
                for (String id : common) {
                    boolean asked = !(old.get(id) instanceof Answer.NotApplicable && current.get(id) instanceof Answer.NotApplicable);
                    circumstance.merge(id, asked ? shared.get(id) : Answer.NOT_APPLICABLE,
                            (one, other) -> one instanceof Answer.NotApplicable ? other : one);
                }
                possible |= changed(before, old, after, current, changed);
            }
            if (possible) {
                changes.put(circumstance, changed);
            }
        });
        return changes;
    }

    private static boolean changed(RandomAffair before, Map<String, Answer> old, RandomAffair after, Map<String, Answer> current,
            Set<String> changed) {
        boolean could = before.met(Section.EXCLUSION, old).isEmpty();
        boolean can = after.met(Section.EXCLUSION, current).isEmpty();
        if (could && can) {
            Set<String> refusals = before.met(Section.REFUSAL, old);
            Set<String> reasons = after.met(Section.REFUSAL, current);
            if (refusals.isEmpty() != reasons.isEmpty()) {
                changed.add((reasons.isEmpty() ? Kind.ACCEPTED_NOW : Kind.REFUSED_NOW) + " ");
            } else if (refusals.isEmpty()) {
                lines(before.met(Section.REQUIREMENT, old), after.met(Section.REQUIREMENT, current), changed,
                        Kind.REQUIRED_NOW, Kind.REQUIRED_NO_LONGER);
            } else {
                lines(refusals, reasons, changed, Kind.REASON_ADDED, Kind.REASON_REMOVED);
            }
        } else if (could || can) {
            changed.add((can ? Kind.POSSIBLE_NOW : Kind.POSSIBLE_NO_LONGER) + " ");
        }
        return could || can;
    }

    private static void lines(Set<String> old, Set<String> current, Set<String> changed, Kind added, Kind removed) {
        current.stream().filter(id -> !old.contains(id)).forEach(id -> changed.add(added + " " + id));
        old.stream().filter(id -> !current.contains(id)).forEach(id -> changed.add(removed + " " + id));
    }
}
