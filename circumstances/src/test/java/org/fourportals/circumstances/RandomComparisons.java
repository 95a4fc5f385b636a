package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;

/** Random comparisons that carry their own meaning, and the answers that they tell apart. */
abstract class RandomComparisons {

    /** A condition as text and as what it means. */
    record Meaning(String text, Predicate<Map<String, Answer>> met) {}

    static final Place PLACE = new Place("random.yaml", 1);

    final List<Question> questions = new ArrayList<>();
    final Map<String, List<Meaning>> comparisons = new LinkedHashMap<>();
    Random random = new Random();

    Meaning comparison(Question question) {
        String id = question.id();
        List<Question> numbers = questions.stream().filter(q -> q.kind() == Question.Kind.NUMBER && !q.id().equals(id)).toList();
        if (question.kind() == Question.Kind.NUMBER && !numbers.isEmpty() && random.nextInt(3) == 0) {
            return sum(id, numbers.get(random.nextInt(numbers.size())).id());
        }
        Meaning made = switch (question.kind()) {
            case YES_NO -> random.nextBoolean() ? test(id, id, Answer.YES::equals) : test(id + " = false", id, Answer.NO::equals);
            case CHOICE -> {
                String one = pick(question.answers());
                String two = pick(question.answers());
                yield switch (random.nextInt(3)) {
                    case 0 -> test(id + " = \"" + one + "\"", id, Answer.of(one)::equals);
                    case 1 -> test(id + " != \"" + one + "\"", id,
                            a -> a instanceof Answer.OneOf && !a.equals(Answer.of(one)));
                    default -> test(id + " in (\"" + one + "\", \"" + two + "\")", id,
                            a -> a.equals(Answer.of(one)) || a.equals(Answer.of(two)));
                };
            }
            case SEVERAL_OF -> {
                String one = pick(question.answers());
                yield test(id + " contains \"" + one + "\"", id,
                        a -> a instanceof Answer.Several several && several.values().contains(one));
            }
            case NUMBER -> number(id);
            case REPEATED -> repeated(id);
            case DATE, MONEY -> throw new IllegalStateException();
        };
        comparisons.computeIfAbsent(id, _ -> new ArrayList<>()).add(made);
        return made;
    }

    private Meaning repeated(String id) {
        if (random.nextInt(4) == 0) {
            int least = 1 + random.nextInt(2);
            return new Meaning("count(" + id + ") >= " + least, c -> items(c, id).map(i -> i.size() >= least).orElse(false));
        }
        Predicate<Map<String, Answer>> f = item -> item.get("f").equals(Answer.YES);
        Predicate<Map<String, Answer>> g = item -> item.get("g").equals(Answer.of("a"));
        Meaning body = List.of(new Meaning("x.f", f), new Meaning("x.g = \"a\"", g), new Meaning("x.f and x.g = \"a\"", f.and(g)),
                new Meaning("not(x.f) or x.g = \"a\"", f.negate().or(g))).get(random.nextInt(4));
        return random.nextBoolean()
                ? new Meaning("(some x in " + id + " satisfies " + body.text() + ")",
                        c -> items(c, id).map(i -> i.stream().anyMatch(body.met())).orElse(false))
                : new Meaning("(every x in " + id + " satisfies " + body.text() + ")",
                        c -> items(c, id).map(i -> i.stream().allMatch(body.met())).orElse(false));
    }

    private static Optional<List<Map<String, Answer>>> items(Map<String, Answer> circumstance, String id) {
        return circumstance.get(id) instanceof Answer.Items(List<Map<String, Answer>> items) ? Optional.of(items) : Optional.empty();
    }

    /** None, one or two things of four different ones, the order of two not counting. */
    private static List<Answer> things() {
        List<Map<String, Answer>> different = new ArrayList<>();
        for (Answer f : List.of(Answer.YES, Answer.NO)) {
            for (String g : List.of("a", "b")) {
                different.add(Map.of("f", f, "g", Answer.of(g)));
            }
        }
        List<Answer> things = new ArrayList<>(List.of(new Answer.Items(List.of())));
        for (int i = 0; i < different.size(); i++) {
            things.add(new Answer.Items(List.of(different.get(i))));
            for (int j = i; j < different.size(); j++) {
                things.add(new Answer.Items(List.of(different.get(j), different.get(i))));
            }
        }
        return things;
    }

    /** A sum of two numbers; the values of each are told apart by what the other can make of them. */
    private Meaning sum(String one, String other) {
        int k = random.nextInt(5) - 2;
        int bound = random.nextInt(10) - 2;
        boolean least = random.nextBoolean();
        BiPredicate<Integer, Integer> holds = (a, b) -> least ? a + k * b >= bound : a + k * b != bound;
        for (int v = 0; v <= 6 && k != 0; v++) {
            int value = v;
            comparisons.computeIfAbsent(one, _ -> new ArrayList<>()).add(test("", one, a -> holds.test(value(a), value)));
            comparisons.computeIfAbsent(other, _ -> new ArrayList<>()).add(test("", other, b -> holds.test(value, value(b))));
        }
        if (k == 0) {
            comparisons.computeIfAbsent(one, _ -> new ArrayList<>()).add(test("", one, a -> holds.test(value(a), 0)));
        }
        String compared = least ? " >= " : " != ";
        String text = switch (random.nextInt(3)) {
            case 0 -> one + " + " + k + " * " + other + compared + bound;
            case 1 -> one + compared + bound + " - " + other + " * " + k;
            default -> one + " / 4 + " + k + " * " + other + " / 4" + compared + bound + " / 4";
        };
        return new Meaning(text, c -> value(c.get(one)) >= 0 && (k == 0 || value(c.get(other)) >= 0)
                && holds.test(value(c.get(one)), value(c.get(other))));
    }

    private Meaning number(String id) {
        int low = random.nextInt(7);
        int high = low + 1 + random.nextInt(3);
        return switch (random.nextInt(5)) {
            case 0 -> test(id + " >= " + low, id, a -> value(a) >= low);
            case 1 -> test(low + " > " + id, id, a -> value(a) >= 0 && value(a) < low);
            case 2 -> test(id + " != " + low, id, a -> value(a) >= 0 && value(a) != low);
            case 3 -> test(id + " in (" + low + ".." + high + "]", id, a -> value(a) > low && value(a) <= high);
            default -> test(id + " between " + low + " and " + high, id, a -> value(a) >= low && value(a) <= high);
        };
    }

    private static int value(Answer answer) {
        return answer instanceof Answer.Number(BigDecimal value) ? value.intValueExact() : -1;
    }

    private static Meaning test(String text, String id, Predicate<Answer> predicate) {
        return new Meaning(text, c -> predicate.test(c.get(id)));
    }

    static Meaning not(Meaning part) {
        return new Meaning("not(" + part.text() + ")", part.met().negate());
    }

    static Meaning both(Meaning one, Meaning other) {
        return new Meaning("(" + one.text() + ") and (" + other.text() + ")", one.met().and(other.met()));
    }

    List<Answer> domain(Question question) {
        return switch (question.kind()) {
            case YES_NO -> List.of(Answer.YES, Answer.NO);
            case CHOICE -> question.answers().stream().map(Answer::of).toList();
            case SEVERAL_OF -> subsets(question.answers());
            case REPEATED -> classes(question, things());
            case NUMBER, MONEY, DATE -> classes(question, LongStream.rangeClosed(question.min(), question.max()).mapToObj(Answer::of).toList());
        };
    }

    /** One answer of each class that the comparisons tell apart. */
    private List<Answer> classes(Question question, List<? extends Answer> answers) {
        Map<List<Boolean>, Answer> classes = new LinkedHashMap<>();
        for (Answer answer : answers) {
            classes.putIfAbsent(met(question.id(), answer), answer);
        }
        return List.copyOf(classes.values());
    }

    private List<Boolean> met(String question, Answer answer) {
        return comparisons.getOrDefault(question, List.of()).stream().map(c -> c.met().test(Map.of(question, answer))).toList();
    }

    /** The answer that stands for all of its class. */
    Answer representative(Question question, Answer answer) {
        return question.kind() != Question.Kind.REPEATED ? answer : domain(question).stream()
                .filter(one -> met(question.id(), one).equals(met(question.id(), answer))).findFirst().orElseThrow();
    }

    private static List<Answer> subsets(List<String> of) {
        List<Answer> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << of.size(); bits++) {
            Set<String> chosen = new HashSet<>();
            for (int i = 0; i < of.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    chosen.add(of.get(i));
                }
            }
            subsets.add(new Answer.Several(chosen));
        }
        return subsets;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
