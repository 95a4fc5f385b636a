package org.fourportals.circumstances;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;

/** Measures how long the next question takes; run by hand, since a test must not depend on how busy a machine is. */
final class NextQuestionTiming {

    private static final Place PLACE = new Place("scattered.yaml", 1);

    private NextQuestionTiming() {}

    /** Questions that are all asked, and requirements that each look at two to four of them, wherever they stand. */
    static AffairRules scattered(int questions, int rules, int near, long seed) {
        Random random = new Random(seed);
        List<Question> asked = new ArrayList<>();
        for (int q = 0; q < questions; q++) {
            asked.add(Question.choice("q" + q, List.of("a", "b", "c").subList(0, 2 + q % 5 % 2 + (q % 5 == 4 ? 1 : 0)), null, PLACE));
        }
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("identity", "true", true, PLACE)));
        for (int r = 1; r < rules; r++) {
            int first = random.nextInt(questions);
            List<String> parts = new ArrayList<>();
            for (int i = 0; i <= 1 + random.nextInt(3); i++) {
                int q = i == 0 ? first : Math.floorMod(first + random.nextInt(2 * near + 1) - near, questions);
                parts.add("q" + q + (random.nextBoolean() ? " = \"a\"" : " != \"b\""));
            }
            requirements.add(new Requirement("r" + r, String.join(random.nextBoolean() ? " and " : " or ", parts), true, PLACE));
        }
        return new AffairRules("scattered", asked, List.of(), List.of(new Rule("fit", "q0 = \"a\" or q1 = \"a\"", PLACE)),
                List.of(new Rule("unfit", "not(q0 = \"a\" or q1 = \"a\")", PLACE)), requirements, List.of(), Set.of());
    }

    /** Prints the median and the 99th percentile in µs over whole interviews of affairs with 40 questions and 400 rules. */
    public static void main(String[] arguments) {
        report(LargeAffairTest.rules(42, 400, 2));
        report(scattered(40, 400, 4, 1));
        report(scattered(40, 400, 40, 1));
    }

    private static void report(AffairRules rules) {
        long begun = System.nanoTime();
        CompiledAffair affair = LargeAffairTest.proved(rules);
        System.out.printf("compiled, counted and proved in %d ms: %s circumstances%n",
                (System.nanoTime() - begun) / 1_000_000, affair.counts().circumstances());
        Random random = new Random(3);
        measure(affair, random, 200);
        long[] micros = measure(affair, random, 1_000);
        System.out.printf("next question: median %.1f µs, 99th percentile %.1f µs, mean %.1f µs of %d%n",
                micros[micros.length / 2] / 1e3, micros[micros.length * 99 / 100] / 1e3,
                Arrays.stream(micros).average().orElseThrow() / 1e3, micros.length);
    }

    private static long[] measure(CompiledAffair affair, Random random, int interviews) {
        List<Long> nanos = new ArrayList<>();
        LocalDate today = LocalDate.of(2026, 3, 1);
        for (int i = 0; i < interviews; i++) {
            Facts facts = Facts.none();
            while (true) {
                long begun = System.nanoTime();
                Standing standing = affair.standing(facts, today);
                nanos.add(System.nanoTime() - begun);
                if (!(standing instanceof Standing.Asking(Question next, _))) {
                    break;
                }
                facts = facts.with(next.id(), Answer.of(next.answers().get(random.nextInt(next.answers().size()))));
            }
        }
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
