package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Place;
import org.jspecify.annotations.Nullable;

/** A small affair made from a seed, whose conditions carry their own meaning, so that the engine has an oracle. */
final class RandomAffair {

    /** A condition as text and as what it means. */
    record Meaning(String text, Predicate<Map<String, Answer>> met) {}

    /** A rule; of an evidence, `when` holds its requirement's condition too, which the text `own` leaves out. */
    record Part(Section section, String id, Meaning when, Meaning own) {
        Part(Section section, String id, Meaning when) {
            this(section, id, when, when);
        }
    }

    private static final Place PLACE = new Place("random.yaml", 1);

    final List<Question> questions = new ArrayList<>();
    final List<@Nullable Meaning> whens = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final Set<String> used = new HashSet<>();
    final Map<String, List<Rule>> evidence = new LinkedHashMap<>();
    final Map<String, String> documents = new LinkedHashMap<>();
    private final Map<String, List<Meaning>> comparisons = new LinkedHashMap<>();
    private Random random;

    RandomAffair(long seed, boolean sound) {
        this(seed, sound, 0, false);
    }

    /** A version other than 0 has the same questions, perhaps one more, but conditions of its own. */
    RandomAffair(long seed, boolean sound, int version, boolean more) {
        random = new Random(seed);
        int count = 2 + random.nextInt(4);
        for (int q = 0; q < count; q++) {
            Meaning when = q > 0 && random.nextInt(3) == 0 ? condition(2) : null;
            String id = "q" + q;
            String text = when == null ? null : when.text;
            boolean repeats = count < 5 && questions.stream().noneMatch(one -> one.kind() == Question.Kind.REPEATED);
            questions.add(switch (random.nextInt(repeats ? 6 : 5)) {
                case 5 -> Question.repeated(id, List.of(Question.yesNo("f", null, PLACE),
                        Question.choice("g", List.of("a", "b"), null, PLACE)), 2, text, PLACE);
                case 0, 1 -> Question.yesNo(id, text, PLACE);
                case 2 -> Question.choice(id, List.of("a", "b", "c", "d").subList(0, 2 + random.nextInt(3)), text, PLACE);
                case 3 -> Question.severalOf(id, List.of("x", "y", "z").subList(0, 1 + random.nextInt(3)), text, PLACE);
                default -> Question.number(id, 0, 6, text, PLACE);
            });
            whens.add(when);
            if (random.nextInt(8) == 0) {
                used.add(id);
            }
        }
        if (version != 0) {
            random = new Random(seed * 31 + version);
            rewritten(questions.size() - 1);
        }
        if (more) {
            questions.add(Question.yesNo("more", null, PLACE));
            whens.add(null);
        }
        several(Section.EXCLUSION, random.nextInt(3), 2);
        several(Section.REFUSAL, random.nextInt(3), 2);
        if (sound) {
            Meaning refused = any(section(Section.REFUSAL));
            Meaning split = condition(2);
            parts.add(new Part(Section.GROUND, "g0", both(not(refused), split)));
            parts.add(new Part(Section.GROUND, "g1", both(not(refused), not(split))));
            parts.add(new Part(Section.REQUIREMENT, "always", new Meaning("true", _ -> true)));
        } else {
            several(Section.GROUND, 1 + random.nextInt(2), 2);
        }
        several(Section.REQUIREMENT, 1 + random.nextInt(3), 3);
        several(Section.OTHER, random.nextInt(2), 2);
        section(Section.REQUIREMENT).forEach(this::evidence);
    }

    /** Asks a question that was always asked under a condition, perhaps. */
    private void rewritten(int at) {
        if (at == 0 || whens.get(at) != null || random.nextBoolean()) {
            return;
        }
        Question question = questions.remove(at);
        Meaning when = condition(1);
        questions.add(at, new Question(question.id(), question.kind(), question.answers(), when.text,
                question.min(), question.max(), question.fields(), PLACE));
        whens.set(at, when);
    }

    private void evidence(Part requirement) {
        int ways = random.nextInt(20);
        List<Rule> rules = new ArrayList<>();
        if (ways > 5) {
            rules.add(new Rule(requirement.id + ".any", "true", PLACE));
        }
        for (int way = 0; way < Math.min(2, ways / 2) && ways < 8; way++) {
            Meaning own = way == 1 && random.nextInt(3) > 0 ? not(comparison(questions.getFirst())) : condition(1);
            Part part = new Part(Section.EVIDENCE, requirement.id + "." + way, both(requirement.when, own), own);
            rules.add(new Rule(part.id, own.text, PLACE));
            parts.add(part);
        }
        evidence.put(requirement.id, rules);
        if (random.nextInt(6) == 0) {
            documents.put(requirement.id, "paper");
        }
    }

    AffairRules rules() {
        return new AffairRules("random", questions, list(Section.EXCLUSION), list(Section.GROUND), list(Section.REFUSAL),
                list(Section.REQUIREMENT).stream().map(r ->
                        new Requirement(r.id(), r.when(), evidence.get(r.id()), documents.get(r.id()), PLACE)).toList(),
                list(Section.OTHER), used);
    }

    /** The answers that can be given to each question, one of each class of numbers. */
    List<List<Answer>> domains() {
        return questions.stream().map(this::domain).toList();
    }

    /** All combinations of answers, as if every question were asked. */
    List<Map<String, Answer>> combinations() {
        return combinations(questions);
    }

    /** All combinations of answers to the questions of two versions, numbers in the classes of either. */
    static List<Map<String, Answer>> combinations(RandomAffair one, RandomAffair other) {
        one.comparisons.forEach((id, list) -> other.comparisons.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(list));
        return other.combinations(one.questions.size() > other.questions.size() ? one.questions : other.questions);
    }

    private List<Map<String, Answer>> combinations(List<Question> questions) {
        List<Map<String, Answer>> all = List.of(Map.of());
        for (Question question : questions) {
            List<Map<String, Answer>> longer = new ArrayList<>();
            for (Map<String, Answer> one : all) {
                for (Answer answer : domain(question)) {
                    Map<String, Answer> more = new LinkedHashMap<>(one);
                    more.put(question.id(), answer);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    /** The circumstance that a combination comes to: questions that are not asked are not applicable. */
    Map<String, Answer> circumstance(Map<String, Answer> combination) {
        Map<String, Answer> circumstance = new LinkedHashMap<>();
        for (int q = 0; q < questions.size(); q++) {
            Meaning when = whens.get(q);
            String id = questions.get(q).id();
            boolean asked = when == null || when.met.test(circumstance);
            circumstance.put(id, asked ? combination.get(id) : Answer.NOT_APPLICABLE);
        }
        return circumstance;
    }

    Set<String> met(Section section, Map<String, Answer> circumstance) {
        return section(section).stream().filter(p -> p.when.met.test(circumstance)).map(Part::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Part> section(Section section) {
        return parts.stream().filter(p -> p.section == section).toList();
    }

    /** All that the resident can notice of a circumstance. */
    Object outcome(Map<String, Answer> circumstance) {
        Set<String> refusals = met(Section.REFUSAL, circumstance);
        List<Object> outcome = new ArrayList<>(List.of(refusals, met(Section.GROUND, circumstance)));
        if (refusals.isEmpty()) {
            outcome.add(met(Section.REQUIREMENT, circumstance));
            outcome.add(met(Section.EVIDENCE, circumstance));
            outcome.add(met(Section.OTHER, circumstance));
            used.stream().sorted().forEach(id -> outcome.add(circumstance.get(id)));
        }
        return outcome;
    }

    private List<Rule> list(Section section) {
        return section(section).stream().map(p -> new Rule(p.id, p.when.text, PLACE)).toList();
    }

    private void several(Section section, int count, int depth) {
        for (int i = 0; i < count; i++) {
            parts.add(new Part(section, section.name().toLowerCase(Locale.ROOT) + i, condition(depth)));
        }
    }

    private Meaning condition(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 3) {
            return both(condition(depth - 1), condition(depth - 1));
        }
        if (kind < 5) {
            return any(List.of(new Part(Section.OTHER, "", condition(depth - 1)), new Part(Section.OTHER, "", condition(depth - 1))));
        }
        return kind == 5 ? not(condition(depth - 1)) : comparison(questions.get(random.nextInt(questions.size())));
    }

    private Meaning comparison(Question question) {
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
                ? new Meaning("(some x in " + id + " satisfies " + body.text + ")",
                        c -> items(c, id).map(i -> i.stream().anyMatch(body.met)).orElse(false))
                : new Meaning("(every x in " + id + " satisfies " + body.text + ")",
                        c -> items(c, id).map(i -> i.stream().allMatch(body.met)).orElse(false));
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

    private static Meaning not(Meaning part) {
        return new Meaning("not(" + part.text + ")", part.met.negate());
    }

    private static Meaning both(Meaning one, Meaning other) {
        return new Meaning("(" + one.text + ") and (" + other.text + ")", one.met.and(other.met));
    }

    private static Meaning any(List<Part> parts) {
        if (parts.isEmpty()) {
            return new Meaning("false", _ -> false);
        }
        return new Meaning(parts.stream().map(p -> "(" + p.when.text + ")").collect(Collectors.joining(" or ")),
                c -> parts.stream().anyMatch(p -> p.when.met.test(c)));
    }

    private List<Answer> domain(Question question) {
        return switch (question.kind()) {
            case YES_NO -> List.of(Answer.YES, Answer.NO);
            case CHOICE -> question.answers().stream().map(Answer::of).toList();
            case SEVERAL_OF -> subsets(question.answers());
            case REPEATED -> things();
            case NUMBER, MONEY, DATE -> {
                Map<List<Boolean>, Answer> classes = new LinkedHashMap<>();
                for (long n = question.min(); n <= question.max(); n++) {
                    Answer answer = Answer.of(n);
                    classes.putIfAbsent(comparisons.getOrDefault(question.id(), List.of()).stream()
                            .map(c -> c.met.test(Map.of(question.id(), answer))).toList(), answer);
                }
                yield List.copyOf(classes.values());
            }
        };
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

    @Override
    public String toString() {
        return questions.stream().map(q -> q.id() + ":" + q.kind() + (q.when() == null ? "" : " when " + q.when()))
                .collect(Collectors.joining("; ")) + " | " + parts.stream()
                .map(p -> p.id + " when " + p.when.text).collect(Collectors.joining("; ")) + " | used " + used;
    }
}
