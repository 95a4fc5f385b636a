package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Truth;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.junit.jupiter.api.Test;

/** The engine against all combinations, tried one by one, on random small affairs. A failure names its seed. */
class AgainstBruteForceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int ROUNDS = Integer.getInteger("circumstances.rounds", 1_500);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);

    @Test
    void countsEveryEndExactly() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            Model model = new Model(affair.rules(), new Reading(affair.rules()));
            Map<End, Integer> expected = new LinkedHashMap<>();
            for (Map<String, Answer> circumstance : circumstances(affair)) {
                expected.merge(end(affair, circumstance), 1, Integer::sum);
            }
            for (End end : End.values()) {
                if (end != End.EXCLUDED) { // circumstances cut off by an exclusion are not told apart further
                    assertThat(model.circumstances.count(end)).as("seed %d, %s: %s", seed, end, affair)
                            .isEqualTo(BigInteger.valueOf(expected.getOrDefault(end, 0)));
                }
                int[] example = model.circumstances.example(end);
                assertThat(example != null).as("seed %d, %s: %s", seed, end, affair).isEqualTo(expected.containsKey(end));
                if (example != null && end != End.EXCLUDED) {
                    assertThat(end(affair, applicable(affair, model.example(example)))).as("seed %d", seed).isEqualTo(end);
                }
            }
        }
    }

    @Test
    void findsExactlyTheProblemsThatThereAre() {
        int proved = 0;
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 3 != 0);
            List<Problem> problems = switch (Circumstances.compile(affair.rules())) {
                case Compilation.Proved _ -> List.of();
                case Compilation.Rejected(List<Problem> found) -> found;
            };
            Set<String> found = problems.stream().map(AgainstBruteForceTest::signature).collect(Collectors.toSet());
            assertThat(found).as("seed %d: %s", seed, affair).isEqualTo(BruteProofs.failing(affair));
            proved += problems.isEmpty() ? 1 : 0;
        }
        assertThat(proved).as("affairs without a problem among the random ones").isGreaterThan(ROUNDS / 100);
    }

    /** Kind and the names quoted in the message before the first verb. */
    private static String signature(Problem problem) {
        List<String> quoted = new ArrayList<>();
        for (String piece : problem.message().split(" (is|changes|can never|leads?|ask twice) ")[0].split("“")) {
            if (piece.contains("”")) {
                quoted.add(piece.substring(0, piece.indexOf('”')));
            }
        }
        return problem.kind() + " " + String.join(" of ", quoted);
    }

    @Test
    void standsWhereAllRemainingCircumstancesSay() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, true);
            if (circumstances(affair).stream().allMatch(c -> end(affair, c) == End.EXCLUDED)) {
                continue;
            }
            CompiledAffair compiled = compiled(affair);
            Random random = new Random(seed);
            for (int i = 0; i < 6; i++) {
                Facts facts = someFacts(affair, random);
                new BruteInterview(affair, facts, "seed %d, facts {%s}: %s".formatted(seed, facts, affair))
                        .check(compiled.standing(facts, TODAY));
            }
        }
    }

    @Test
    void everyInterviewEndsWithinTheQuestionsAnnounced() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, true);
            List<Map<String, Answer>> possible = affair.combinations().stream()
                    .filter(c -> end(affair, affair.circumstance(c)) != End.EXCLUDED).toList();
            if (possible.isEmpty()) {
                continue;
            }
            CompiledAffair compiled = compiled(affair);
            Random random = new Random(seed);
            Map<String, Answer> truth = possible.get(random.nextInt(possible.size()));
            Facts facts = Facts.none();
            int last = Integer.MAX_VALUE; // the number of the question announced as the last possible one
            Set<String> asked = new HashSet<>();
            while (compiled.standing(facts, TODAY) instanceof Standing.Asking(Question next, int further)) {
                assertThat(asked.add(next.id())).as("seed %d asks %s twice", seed, next.id()).isTrue();
                assertThat(asked.size()).as("seed %d after {%s}: %s", seed, facts, affair).isLessThanOrEqualTo(last);
                last = Math.min(last, asked.size() + further);
                facts = facts.with(next.id(), truth.get(next.id()));
            }
            Map<String, Answer> circumstance = affair.circumstance(truth);
            Set<String> refusals = affair.met(Section.REFUSAL, circumstance);
            switch (compiled.standing(facts, TODAY)) {
                case Standing.Refused(List<String> ids) -> assertThat(refusals).as("seed %d", seed).containsAll(ids);
                case Standing.Listed(List<String> grounds, List<String> requirements) -> {
                    assertThat(refusals).as("seed %d: %s", seed, affair).isEmpty();
                    assertThat(grounds).containsExactlyElementsOf(affair.met(Section.GROUND, circumstance));
                    assertThat(requirements).containsExactlyElementsOf(affair.met(Section.REQUIREMENT, circumstance));
                }
                case Standing other -> assertThat(other).as("seed %d: %s", seed, affair).isNull();
            }
        }
    }

    @Test
    void agreesOnPartialFacts() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, true);
            CompiledAffair compiled = compiled(affair);
            Facts facts = someFacts(affair, new Random(seed));
            String as = "seed %d, facts {%s}: %s".formatted(seed, facts, affair);
            List<Map<String, Answer>> agreeing = BruteInterview.agreeing(affair, facts);
            Set<Map<String, Answer>> remaining = new HashSet<>();
            agreeing.stream().map(affair::circumstance).filter(c -> end(affair, c) != End.EXCLUDED).forEach(remaining::add);
            assertThat(compiled.remaining(facts, TODAY)).as(as).isEqualTo(BigInteger.valueOf(remaining.size()));
            for (Section section : List.of(Section.REFUSAL, Section.REQUIREMENT, Section.EVIDENCE, Section.OTHER)) {
                checkCertain(affair, compiled, section, facts, remaining, as);
            }
            for (RandomAffair.Part part : affair.parts) {
                Truth truth = compiled.evaluate(part.section(), part.id(), facts, TODAY);
                Set<Boolean> values = agreeing.stream().map(c -> part.own().met().test(affair.circumstance(c)))
                        .collect(Collectors.toSet());
                if (!truth.isUnknown()) {
                    assertThat(values).as(as + " " + part.id()).containsOnly(truth.isMet());
                } else if (facts.size() == affair.questions.size()) {
                    assertThat(truth.isUnknown()).as(as + " unknown though all is known: " + part.id()).isFalse();
                }
                if (truth instanceof Truth.Unknown(Set<String> missing)) {
                    assertThat(missing).as(as).isNotEmpty().noneMatch(facts::knows);
                }
            }
        }
    }

    private static void checkCertain(RandomAffair affair, CompiledAffair compiled, Section section, Facts facts,
            Set<Map<String, Answer>> remaining, String as) {
        List<Set<String>> met = remaining.stream()
                .filter(c -> section == Section.REFUSAL || affair.met(Section.REFUSAL, c).isEmpty())
                .map(c -> affair.met(section, c)).toList();
        if (met.isEmpty()) {
            return; // nothing accepted remains
        }
        Set<String> certain = new LinkedHashSet<>(met.getFirst());
        met.forEach(certain::retainAll);
        Set<String> possible = met.stream().flatMap(Set::stream).collect(Collectors.toSet());
        assertThat(compiled.certain(section, facts, TODAY)).as(as).containsExactlyInAnyOrderElementsOf(certain);
        assertThat(compiled.possible(section, facts, TODAY)).as(as).containsExactlyInAnyOrderElementsOf(possible);
    }

    @Test
    void keepsExactlyTheFactsThatStillApply() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, true);
            CompiledAffair compiled = compiled(affair);
            List<Map<String, Answer>> all = affair.combinations();
            Map<String, Answer> combination = all.get(new Random(seed).nextInt(all.size()));
            Map<String, Answer> expected = new LinkedHashMap<>(affair.circumstance(combination));
            expected.values().removeIf(Answer.NOT_APPLICABLE::equals);
            assertThat(compiled.normalise(Facts.of(combination), TODAY)).as("seed %d: %s", seed, affair)
                    .isEqualTo(Facts.of(expected));
        }
    }

    static Set<Map<String, Answer>> circumstances(RandomAffair affair) {
        return affair.combinations().stream().map(affair::circumstance).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static End end(RandomAffair affair, Map<String, Answer> circumstance) {
        boolean refused = !affair.met(Section.REFUSAL, circumstance).isEmpty();
        boolean accepted = !affair.met(Section.GROUND, circumstance).isEmpty();
        if (!affair.met(Section.EXCLUSION, circumstance).isEmpty()) {
            return End.EXCLUDED;
        }
        if (refused) {
            return accepted ? End.BOTH : End.REFUSED;
        }
        if (!accepted) {
            return End.NEITHER;
        }
        return affair.met(Section.REQUIREMENT, circumstance).isEmpty() ? End.ACCEPTED_WITHOUT_REQUIREMENT : End.ACCEPTED;
    }

    private static Map<String, Answer> applicable(RandomAffair affair, Facts facts) {
        Map<String, Answer> circumstance = new LinkedHashMap<>();
        affair.questions.forEach(q -> circumstance.put(q.id(),
                facts.knows(q.id()) ? facts.asMap().get(q.id()) : Answer.NOT_APPLICABLE));
        return circumstance;
    }

    static CompiledAffair compiled(RandomAffair affair) {
        return new CompiledAffair(new Model(affair.rules(), new Reading(affair.rules())));
    }

    private static Facts someFacts(RandomAffair affair, Random random) {
        List<Map<String, Answer>> all = affair.combinations();
        Map<String, Answer> combination = all.get(random.nextInt(all.size()));
        Facts facts = Facts.none();
        for (String id : combination.keySet()) {
            facts = random.nextBoolean() ? facts.with(id, combination.get(id)) : facts;
        }
        return facts;
    }
}
