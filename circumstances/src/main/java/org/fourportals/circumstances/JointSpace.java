package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.diagram.Formulas;
import org.fourportals.circumstances.diagram.Functions;

/** The questions of two versions of an affair as one row of questions, over which both versions' conditions are read. */
final class JointSpace {

    private static final int FUNCTION_LIMIT = 100_000;

    /** One version in the joint space. */
    final class Version {

        final Model model;
        private final Map<String, Integer> positions = new HashMap<>();
        private Translation translation;
        private int[] whens = new int[0];

        private Version(Model model) {
            this.model = model;
        }

        /** The function of a formula over the joint questions, as this version asks them. */
        int function(Expr expr) {
            return functions.build(translation.formula(expr), Formulas.FALSE, whens);
        }

        /** Where this version asks a question; never if it has none such. */
        int asked(int question) {
            return functions.build(whens[question], Formulas.FALSE, whens);
        }

        /** Where an answer is given that this version does not offer. */
        int notOffered() {
            List<Integer> formulas = new ArrayList<>();
            positions.forEach((id, at) -> {
                Question own = model.rules.questions().get(model.positions.get(id));
                limits(own, questions.get(at)).forEach(limit -> {
                    int offered = translation.formula(limit);
                    BitSet answered = new BitSet();
                    answered.set(0, translation.formulas().blocks(at));
                    formulas.add(translation.formulas().and(translation.formulas().literal(at, answered),
                            translation.formulas().not(offered)));
                });
            });
            return functions.build(translation.any(formulas), Formulas.FALSE, whens);
        }
    }

    final List<Question> questions = new ArrayList<>();
    final List<Partition> partitions = new ArrayList<>();
    /** The questions that only one version asks. */
    final BitSet single = new BitSet();
    final Version before;
    final Version after;
    final Functions functions;

    JointSpace(Model old, Model current) {
        before = new Version(old);
        after = new Version(current);
        place(order(old, current));
        for (int q = 0; q < questions.size(); q++) {
            partitions.add(partition(q));
        }
        Formulas formulas = new Formulas(partitions.stream().mapToInt(partition -> partition.blocks().size()).toArray());
        for (Version version : List.of(before, after)) {
            version.translation = new Translation(formulas, version.positions, partitions);
            version.whens = new int[questions.size()];
            version.positions.forEach((id, at) -> version.whens[at] = version.translation.formula(
                    version.model.whenConditions.get(version.model.positions.get(id)).expr()));
        }
        functions = new Functions(formulas, new int[questions.size()], FUNCTION_LIMIT);
    }

    BigInteger[][] weights() {
        return partitions.stream().map(Partition::weights).toArray(BigInteger[][]::new);
    }

    /** Of each question that both versions ask, its place in either; of others, with -1 for the version that lacks it. */
    private record Entry(int old, int current) {}

    /**
     * The new version's order as far as the conditions of both versions allow it, so that each question comes after those
     * on which it depends; where the versions contradict each other in that, questions of one id count as different.
     */
    private static List<Entry> order(Model old, Model current) {
        Set<String> split = new HashSet<>();
        while (true) {
            List<Entry> waiting = entries(old, current, split);
            List<Entry> ordered = new ArrayList<>();
            boolean moved = true;
            while (moved) {
                Optional<Entry> next = waiting.stream().filter(entry -> waiting.stream().noneMatch(other ->
                        other != entry && (waitsFor(old, entry.old, other.old) || waitsFor(current, entry.current, other.current))))
                        .findFirst();
                next.ifPresent(entry -> {
                    ordered.add(entry);
                    waiting.remove(entry);
                });
                moved = next.isPresent();
            }
            if (waiting.isEmpty()) {
                return ordered;
            }
            waiting.stream().filter(entry -> entry.old >= 0 && entry.current >= 0)
                    .forEach(entry -> split.add(current.rules.questions().get(entry.current).id()));
        }
    }

    private static List<Entry> entries(Model old, Model current, Set<String> split) {
        List<Entry> entries = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        for (int q = 0; q < current.rules.questions().size(); q++) {
            Question question = current.rules.questions().get(q);
            Integer same = split.contains(question.id()) ? null : old.positions.get(question.id());
            boolean common = same != null && alike(old.rules.questions().get(same), question);
            entries.add(new Entry(common ? same : -1, q));
            if (common) {
                taken.add(same);
            }
        }
        for (int q = 0; q < old.rules.questions().size(); q++) {
            if (!taken.contains(q)) {
                entries.add(new Entry(q, -1));
            }
        }
        return entries;
    }

    /** Whether one question of a version is asked under a condition that speaks of the other. */
    private static boolean waitsFor(Model model, int question, int other) {
        return question >= 0 && other >= 0
                && model.whenConditions.get(question).names().contains(model.rules.questions().get(other).id());
    }

    /** Whether they ask for the same, wherever in their files they are written. */
    private static boolean alike(Question one, Question other) {
        return one.kind() == other.kind() && fields(one).equals(fields(other));
    }

    private static List<List<Object>> fields(Question question) {
        return question.fields().stream().map(field ->
                List.<Object>of(field.id(), field.kind(), field.answers(), field.min(), field.max())).toList();
    }

    private void place(List<Entry> entries) {
        for (Entry entry : entries) {
            int at = questions.size();
            Question old = entry.old < 0 ? null : before.model.rules.questions().get(entry.old);
            Question current = entry.current < 0 ? null : after.model.rules.questions().get(entry.current);
            if (old != null) {
                before.positions.put(old.id(), at);
            }
            if (current != null) {
                after.positions.put(current.id(), at);
            }
            single.set(at, old == null || current == null);
            questions.add(old == null ? current : current == null ? old : merged(old, current));
        }
    }

    private static Question merged(Question old, Question current) {
        Set<String> answers = new LinkedHashSet<>(current.answers());
        answers.addAll(old.answers());
        return new Question(current.id(), current.kind(), List.copyOf(answers), null, Math.min(old.min(), current.min()),
                Math.max(old.max(), current.max()), current.fields(), current.place());
    }

    private Partition partition(int q) {
        Set<Atom> atoms = new LinkedHashSet<>();
        List<Sums.Share> shares = new ArrayList<>();
        Question question = questions.get(q);
        for (Version version : List.of(before, after)) {
            if (!Integer.valueOf(q).equals(version.positions.get(question.id()))) {
                continue;
            }
            Map<String, Question> byId = new HashMap<>();
            version.positions.forEach((id, at) -> byId.put(id, questions.get(at)));
            Set<Expr.Sum> sums = new HashSet<>();
            version.model.conditions().forEach(condition -> {
                condition.expr().atoms(atom -> {
                    if (atom.name().equals(question.id())) {
                        atoms.add(atom);
                    }
                });
                condition.expr().sums(sums::add);
            });
            sums.stream().filter(sum -> sum.coefficients().containsKey(question.id())).forEach(sum -> {
                if (Sums.combinations(sum, byId).compareTo(BigInteger.valueOf(Sums.MOST)) > 0) {
                    throw new CannotFollow(new Problem(Problem.Kind.TOO_LARGE, question.place(),
                            "A sum has too many combinations.", "Narrow min and max.", null));
                }
                shares.add(Sums.share(sum, question, byId));
            });
            limits(version.model.rules.questions().get(version.model.positions.get(question.id())), question).forEach(limit ->
                    limit.atoms(atoms::add));
        }
        return new Partition(question, List.copyOf(atoms), shares);
    }

    /** Conditions that answers to the joint question meet if the version's own question offers them. */
    private static List<Expr> limits(Question own, Question joint) {
        List<Expr> limits = new ArrayList<>();
        TreeSet<String> foreign = new TreeSet<>(joint.answers());
        own.answers().forEach(foreign::remove);
        switch (own.kind()) {
            case CHOICE -> {
                if (!foreign.isEmpty()) {
                    limits.add(new Atom.Among(own.id(), new HashSet<>(own.answers()), true));
                }
            }
            case SEVERAL_OF -> foreign.forEach(answer -> limits.add(new Expr.Not(new Atom.Contains(own.id(), answer))));
            case NUMBER, MONEY -> limit(own, joint, Measure.VALUE, limits);
            case REPEATED -> limit(own, joint, Measure.COUNT, limits);
            case YES_NO, DATE -> { }
        }
        return limits;
    }

    private static void limit(Question own, Question joint, Measure measure, List<Expr> limits) {
        if (own.min() != joint.min() || own.max() != joint.max()) {
            limits.add(new Atom.Within(own.id(), measure, List.of(new Interval(BigDecimal.valueOf(own.min()), true,
                    BigDecimal.valueOf(own.max()), true))));
        }
    }

    /** The ids of the questions that only this version asks. */
    List<String> only(Version version) {
        Map<String, Integer> found = new LinkedHashMap<>();
        version.positions.forEach((id, at) -> {
            if (single.get(at)) {
                found.put(id, at);
            }
        });
        return found.keySet().stream().sorted((a, b) -> found.get(a) - found.get(b)).toList();
    }
}
