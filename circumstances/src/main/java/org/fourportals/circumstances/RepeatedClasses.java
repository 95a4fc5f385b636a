package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;

/**
 * The classes into which conditions put repeated things. Two things are of one sort if they meet the same conditions over
 * their fields; which and how many sorts there are decides every comparison. As with numbers, each class counts as one
 * circumstance, however many families or lists of shareholders are in it.
 */
final class RepeatedClasses {

    private static final int MOST = 20_000;
    private static final int MOST_STEPS = 3_000_000;

    /** Things that meet the same conditions, and one of them. */
    private record Sort(BitSet met, Map<String, Answer> example) {}

    /** What matters of some things: how many they are, which conditions one of them meets, and which all of them. */
    private record State(int count, BitSet some, BitSet every) {}

    private final Question question;
    private final List<Atom> atoms;
    private final List<Expr> bodies;
    private int steps;
    private final Map<String, Partition> fields = new LinkedHashMap<>();

    RepeatedClasses(Question question, List<Atom> atoms) {
        this.question = question;
        this.atoms = atoms;
        Set<Expr> distinct = new LinkedHashSet<>();
        Map<String, Set<Atom>> comparisons = new HashMap<>();
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Quantified quantified) {
                distinct.add(quantified.body());
                quantified.body().atoms(one -> comparisons.computeIfAbsent(one.name(), _ -> new LinkedHashSet<>()).add(one));
            }
        }
        bodies = List.copyOf(distinct);
        for (Question field : question.fields()) {
            fields.put(field.id(), new Partition(field, List.copyOf(comparisons.getOrDefault(field.id(), Set.of())), List.of()));
        }
    }

    /** The classes by which comparisons they meet. */
    SequencedMap<BitSet, Partition.Block> classes() {
        BitSet all = new BitSet();
        all.set(0, bodies.size());
        Map<State, List<Map<String, Answer>>> states = new LinkedHashMap<>();
        states.put(new State(0, new BitSet(), all), List.of());
        for (Sort sort : sorts()) {
            states = with(states, sort);
        }
        SequencedMap<BitSet, Partition.Block> classes = new LinkedHashMap<>();
        states.forEach((state, example) -> classes.computeIfAbsent(signature(state),
                _ -> new Partition.Block(new Answer.Items(example), BigInteger.ONE)));
        return classes;
    }

    private BitSet signature(State state) {
        BitSet signature = new BitSet();
        for (int i = 0; i < atoms.size(); i++) {
            signature.set(i, switch (atoms.get(i)) {
                case Atom.Quantified(_, boolean every, Expr body) -> (every ? state.every : state.some).get(bodies.indexOf(body));
                case Atom.Within within -> within.contains(BigDecimal.valueOf(state.count));
                case Atom other -> throw new IllegalStateException(other + " of repeated things");
            });
        }
        return signature;
    }

    /** All sorts of things, found by trying every combination of classes of their fields. */
    private List<Sort> sorts() {
        Map<BitSet, Sort> sorts = new LinkedHashMap<>();
        int combinations = 1;
        for (Partition field : fields.values()) {
            combinations *= field.blocks().size();
            follow(combinations);
        }
        for (int combination = 0; combination < combinations; combination++) {
            Sort sort = sort(combination);
            sorts.putIfAbsent(sort.met, sort);
        }
        return List.copyOf(sorts.values());
    }

    private Sort sort(int combination) {
        Map<String, Integer> blocks = new HashMap<>();
        Map<String, Answer> example = new HashMap<>();
        int rest = combination;
        for (Map.Entry<String, Partition> field : fields.entrySet()) {
            List<Partition.Block> all = field.getValue().blocks();
            Partition.Block block = all.get(rest % all.size());
            blocks.put(field.getKey(), rest % all.size());
            example.put(field.getKey(), block.example());
            rest /= all.size();
        }
        BitSet met = new BitSet();
        for (int body = 0; body < bodies.size(); body++) {
            met.set(body, meets(bodies.get(body), blocks));
        }
        return new Sort(met, example);
    }

    private boolean meets(Expr body, Map<String, Integer> blocks) {
        return switch (body) {
            case Expr.Always(boolean met) -> met;
            case Expr.And(List<Expr> parts) -> parts.stream().allMatch(part -> meets(part, blocks));
            case Expr.Or(List<Expr> parts) -> parts.stream().anyMatch(part -> meets(part, blocks));
            case Expr.Not(Expr part) -> !meets(part, blocks);
            case Expr.Sum sum -> throw new IllegalStateException(sum + " of repeated things");
            case Atom atom -> fields.get(atom.name()).where(atom).get(blocks.get(atom.name()));
        };
    }

    private Map<State, List<Map<String, Answer>>> with(Map<State, List<Map<String, Answer>>> states, Sort sort) {
        Map<State, List<Map<String, Answer>>> more = new LinkedHashMap<>();
        states.forEach((state, from) -> {
            more.putIfAbsent(state, from);
            BitSet some = (BitSet) state.some.clone();
            some.or(sort.met);
            BitSet every = (BitSet) state.every.clone();
            every.and(sort.met);
            List<Map<String, Answer>> example = new ArrayList<>(from);
            for (int added = 1; state.count + added <= question.max(); added++) {
                example.add(sort.example);
                more.putIfAbsent(new State(state.count + added, some, every), List.copyOf(example));
                follow(more.size());
            }
        });
        return more;
    }

    private void follow(int cases) {
        if (cases > MOST || ++steps > MOST_STEPS) {
            throw new CannotFollow(new Problem(Problem.Kind.TOO_LARGE, question.place(), "The conditions over "
                    + Reading.quoted(question.id()) + " tell apart more than " + MOST + " cases.",
                    "Lower its max, or ask for what matters as a question of its own, such as how many are under 18.", null));
        }
    }
}
