package org.fourportals.circumstances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.diagram.CircumstanceDiagram.End;
import org.junit.jupiter.api.Test;

/**
 * The counts against those of another library: on small affairs with every kind of question, and on affairs with many questions, more than
 * 10^9 circumstances, which nobody can try one by one. A failure names its seed.
 */
class CountsAgainstBddTest {

    private static final int ROUNDS = Math.max(200, Integer.getInteger("circumstances.rounds", 0) / 5);
    private static final int LARGE = Math.max(25, Integer.getInteger("circumstances.rounds", 0) / 100);
    private static final long SEED = Long.getLong("circumstances.seed", 20_260_301L);
    private static final Place PLACE = new Place("large.yaml", 1);

    @Test
    void countsSmallAffairsOfEveryKindAlike() {
        for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
            RandomAffair affair = new RandomAffair(seed, seed % 2 == 0);
            compare(affair.rules(), new BddCount(affair.rules(), affair.domains()), "seed %d: %s".formatted(seed, affair));
        }
    }

    @Test
    void countsLargeAffairsAlike() {
        BigInteger most = BigInteger.ZERO;
        for (long seed = SEED; seed < SEED + LARGE; seed++) {
            AffairRules rules = large(new Random(seed));
            List<List<Answer>> domains = rules.questions().stream().map(question -> domain(question, rules)).toList();
            most = most.max(compare(rules, new BddCount(rules, domains), "seed " + seed + ": " + rules));
        }
        assertThat(most).as("circumstances of the largest").isGreaterThan(BigInteger.TEN.pow(9));
    }

    private static BigInteger compare(AffairRules rules, BddCount bdd, String as) {
        Model model = new Model(rules, new Reading(rules));
        BigInteger sum = BigInteger.ZERO;
        for (End end : End.values()) {
            if (end != End.EXCLUDED) {
                assertThat(model.circumstances.count(end)).as("%s, %s", end, as).isEqualTo(bdd.count(end));
                sum = sum.add(model.circumstances.count(end));
            }
        }
        assertThat(sum).as(as).isEqualTo(bdd.circumstances());
        for (Model.Compiled rule : model.section(Section.REQUIREMENT)) {
            assertThat(model.accepted(rule.formula()).count(End.ACCEPTED)).as("%s, %s", rule.id(), as).isEqualTo(bdd.requiring(rule.id()));
        }
        return sum;
    }

    /** 18 to 30 questions of up to four answers, some asked under conditions; rules look at questions near each other. */
    private static AffairRules large(Random random) {
        List<Question> questions = new ArrayList<>();
        int count = 18 + random.nextInt(13);
        for (int q = 0; q < count; q++) {
            String when = q > 0 && random.nextInt(3) == 0 ? condition(random, questions, q) : null;
            String id = "q" + q;
            questions.add(switch (random.nextInt(5)) {
                case 0 -> Question.yesNo(id, when, PLACE);
                case 1 -> Question.number(id, 0, 6, when, PLACE);
                case 2 -> Question.severalOf(id, List.of("a", "b"), when, PLACE);
                default -> Question.choice(id, List.of("a", "b", "c", "d"), when, PLACE);
            });
        }
        List<Requirement> requirements = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requirements.add(new Requirement("r" + i, condition(random, questions, random.nextInt(count)), true, PLACE));
        }
        return new AffairRules("large", questions, rules(random, questions, "e", 3), rules(random, questions, "g", 2),
                rules(random, questions, "n", 3), requirements, List.of(), Set.of());
    }

    private static List<Rule> rules(Random random, List<Question> questions, String id, int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(new Rule(id + i, condition(random, questions, random.nextInt(questions.size())), PLACE));
        }
        return rules;
    }

    private static String condition(Random random, List<Question> questions, int near) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i <= 1 + random.nextInt(3); i++) {
            Question question = questions.get(Math.clamp(near - random.nextInt(5), 0, questions.size() - 1));
            String id = question.id();
            String part = switch (question.kind()) {
                case YES_NO -> id;
                case NUMBER -> id + (random.nextBoolean() ? " >= " : " != ") + random.nextInt(7);
                case SEVERAL_OF -> id + " contains \"" + (random.nextBoolean() ? "a" : "b") + "\"";
                default -> id + (random.nextBoolean() ? " = " : " != ") + "\"" + "abcd".charAt(random.nextInt(4)) + "\"";
            };
            parts.add(random.nextInt(3) == 0 ? "not(" + part + ")" : part);
        }
        return String.join(random.nextInt(3) == 0 ? " or " : " and ", parts);
    }

    /** All answers; of numbers one for each set of the comparisons made that it meets. */
    private static List<Answer> domain(Question question, AffairRules rules) {
        return switch (question.kind()) {
            case YES_NO -> List.of(Answer.YES, Answer.NO);
            case SEVERAL_OF -> List.of(new Answer.Several(Set.of()), new Answer.Several(Set.of("a")), new Answer.Several(Set.of("b")),
                    new Answer.Several(Set.of("a", "b")));
            case NUMBER -> numbers(question, rules.toString());
            default -> question.answers().stream().map(Answer::of).toList();
        };
    }

    private static List<Answer> numbers(Question question, String rules) {
        Map<String, Answer> classes = new TreeMap<>();
        for (int n = 0; n <= 6; n++) {
            StringBuilder signature = new StringBuilder();
            for (int bound = 0; bound <= 6; bound++) {
                if (rules.matches("(?s).*\\b" + question.id() + " >= " + bound + ".*")) {
                    signature.append(n >= bound);
                }
                if (rules.matches("(?s).*\\b" + question.id() + " != " + bound + ".*")) {
                    signature.append(n != bound);
                }
            }
            classes.putIfAbsent(signature.toString(), Answer.of(n));
        }
        return List.copyOf(classes.values());
    }
}
