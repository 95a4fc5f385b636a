package org.fourportals.benchmarks.circumstances;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.fourportals.circumstances.AffairRules;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.Requirement;
import org.fourportals.circumstances.Rule;
import org.fourportals.circumstances.condition.Place;

/** Rules made from a seed: a table that every peer can evaluate, and large affairs. */
final class SampleRules {

    /** What a rule wants of one input. */
    record Wanted(String input, String text, Predicate<Object> met) {}

    private static final Place PLACE = new Place("sample.yaml", 1);
    private static final List<String> ANSWERS = List.of("red", "green", "blue", "black");

    final List<Question> questions = new ArrayList<>();
    final List<List<Wanted>> rules = new ArrayList<>();

    /** 4 yes-no questions, 4 choices and 2 numbers; so many rules, each of three of them. */
    SampleRules(int rules, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            questions.add(Question.yesNo("flag" + i, null, PLACE));
            questions.add(Question.choice("colour" + i, ANSWERS, null, PLACE));
        }
        questions.add(Question.number("number0", 0, 100, null, PLACE));
        questions.add(Question.number("number1", 0, 100, null, PLACE));
        for (int r = 0; r < rules; r++) {
            Map<String, Wanted> wanted = new HashMap<>();
            while (wanted.size() < 3) {
                Wanted one = wanted(questions.get(random.nextInt(questions.size())), random);
                wanted.put(one.input, one);
            }
            this.rules.add(List.copyOf(wanted.values()));
        }
    }

    private static Wanted wanted(Question question, Random random) {
        String id = question.id();
        return switch (question.kind()) {
            case YES_NO -> {
                boolean yes = random.nextBoolean();
                yield new Wanted(id, id + " = " + yes, value -> value.equals(yes));
            }
            case CHOICE -> {
                Set<String> some = new TreeSet<>(List.of(ANSWERS.get(random.nextInt(4)), ANSWERS.get(random.nextInt(4))));
                yield new Wanted(id, id + " in (\"" + String.join("\", \"", some) + "\")", some::contains);
            }
            case NUMBER -> {
                int low = random.nextInt(80);
                int high = low + 10 + random.nextInt(20);
                yield new Wanted(id, id + " between " + low + " and " + high,
                        value -> ((Number) value).intValue() >= low && ((Number) value).intValue() <= high);
            }
            case SEVERAL_OF, DATE, MONEY, REPEATED -> throw new IllegalStateException();
        };
    }

    /** The rules as grounds of an affair, which is not meant to be complete. */
    AffairRules affair() {
        List<Rule> grounds = new ArrayList<>();
        for (List<Wanted> rule : rules) {
            grounds.add(new Rule("rule-" + grounds.size(), String.join(" and ", rule.stream().map(Wanted::text).toList()), PLACE));
        }
        return new AffairRules("sample", questions, List.of(), grounds, List.of(), List.of(), List.of(), Set.of());
    }

    /**
     * A complete affair: three answers to every question, each of which matters, and requirements that look at two to
     * four questions near each other, as those of life do.
     */
    static AffairRules large(int questions, int rules, long seed) {
        Random random = new Random(seed);
        List<Question> asked = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>(List.of(new Requirement("identity", "true", true, PLACE)));
        for (int q = 0; q < questions; q++) {
            asked.add(Question.choice("q" + q, List.of("a", "b", "c"), null, PLACE));
            requirements.add(new Requirement("a" + q, "q" + q + " = \"a\"", true, PLACE));
            requirements.add(new Requirement("b" + q, "q" + q + " = \"b\"", true, PLACE));
        }
        while (requirements.size() < rules - 2) {
            int first = random.nextInt(questions);
            List<String> parts = new ArrayList<>();
            for (int i = 0; i <= 1 + random.nextInt(3); i++) {
                int q = i == 0 ? first : Math.floorMod(first + random.nextInt(9) - 4, questions);
                parts.add("q" + q + (random.nextBoolean() ? " = \"a\"" : " != \"b\""));
            }
            String joined = String.join(random.nextBoolean() ? " and " : " or ", new TreeSet<>(parts));
            requirements.add(new Requirement("r" + requirements.size(), joined, true, PLACE));
        }
        return new AffairRules("large", asked, List.of(), List.of(new Rule("fit", "q0 = \"a\" or q1 = \"a\"", PLACE)),
                List.of(new Rule("unfit", "not(q0 = \"a\" or q1 = \"a\")", PLACE)), requirements, List.of(), Set.of());
    }
}
