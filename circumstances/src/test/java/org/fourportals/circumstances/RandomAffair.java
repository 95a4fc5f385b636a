package org.fourportals.circumstances;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.jspecify.annotations.Nullable;

/** A small affair made from a seed, whose conditions carry their own meaning, so that the engine has an oracle. */
final class RandomAffair extends RandomComparisons {

    /** A rule; of an evidence, `when` holds its requirement's condition too, which the text `own` leaves out. */
    record Part(Section section, String id, Meaning when, Meaning own) {
        Part(Section section, String id, Meaning when) {
            this(section, id, when, when);
        }
    }

    final List<@Nullable Meaning> whens = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    final Set<String> used = new HashSet<>();
    final Map<String, List<Rule>> evidence = new LinkedHashMap<>();
    final Map<String, String> documents = new LinkedHashMap<>();

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
            String text = when == null ? null : when.text();
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
        questions.add(at, new Question(question.id(), question.kind(), question.answers(), when.text(),
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
            rules.add(new Rule(part.id, own.text(), PLACE));
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
            boolean asked = when == null || when.met().test(circumstance);
            circumstance.put(id, asked ? combination.get(id) : Answer.NOT_APPLICABLE);
        }
        return circumstance;
    }

    Set<String> met(Section section, Map<String, Answer> circumstance) {
        return section(section).stream().filter(p -> p.when.met().test(circumstance)).map(Part::id)
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
        return section(section).stream().map(p -> new Rule(p.id, p.when.text(), PLACE)).toList();
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

    private static Meaning any(List<Part> parts) {
        if (parts.isEmpty()) {
            return new Meaning("false", _ -> false);
        }
        return new Meaning(parts.stream().map(p -> "(" + p.when.text() + ")").collect(Collectors.joining(" or ")),
                c -> parts.stream().anyMatch(p -> p.when.met().test(c)));
    }

    @Override
    public String toString() {
        return questions.stream().map(q -> q.id() + ":" + q.kind() + (q.when() == null ? "" : " when " + q.when()))
                .collect(Collectors.joining("; ")) + " | " + parts.stream()
                .map(p -> p.id + " when " + p.when.text()).collect(Collectors.joining("; ")) + " | used " + used;
    }
}
