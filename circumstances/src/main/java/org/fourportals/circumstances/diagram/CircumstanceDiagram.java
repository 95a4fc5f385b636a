package org.fourportals.circumstances.diagram;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The diagram of all circumstances of an affair. It is built from the first question downwards; a state is what remains
 * undecided of the conditions, and equal states are built once, so that its size follows the conditions and not the
 * number of combinations. On it circumstances are counted exactly and a circumstance with a given end is found.
 */
public final class CircumstanceDiagram {

    /** How a circumstance can end. */
    public enum End { EXCLUDED, ACCEPTED, REFUSED, NEITHER, BOTH, ACCEPTED_WITHOUT_REQUIREMENT }

    /** What decides the end: formulas, each the disjunction of a section's conditions. */
    public record Outcome(int excluded, int ground, int refusal, int requirement) {}

    private static final int LIMIT = 400_000;
    private static final End[] ENDS = End.values();

    private record Node(int question, boolean asked, int[] next) {}

    private final Formulas formulas;
    private final BigInteger[][] weights;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Integer> unique = new HashMap<>();
    private final Map<Key, Integer> states = new HashMap<>();
    private final int root;
    private final BigInteger[][] counts;

    /** Builds it; `whens` are the conditions under which each question is asked, `weights` the answers in each block. */
    public CircumstanceDiagram(Formulas formulas, int[] whens, BigInteger[][] weights, Outcome outcome) {
        this.formulas = formulas;
        this.weights = weights;
        int[] state = new int[4 + whens.length];
        state[0] = outcome.excluded();
        state[1] = outcome.ground();
        state[2] = outcome.refusal();
        state[3] = outcome.requirement();
        System.arraycopy(whens, 0, state, 4, whens.length);
        for (int end = 0; end < ENDS.length; end++) {
            nodes.add(new Node(formulas.questions(), false, new int[0]));
        }
        root = build(state);
        states.clear();
        counts = new BigInteger[ENDS.length][];
        for (End end : ENDS) {
            counts[end.ordinal()] = count(end);
        }
    }

    /** How many nodes it has, the ends not counted. */
    public int size() {
        return nodes.size() - ENDS.length;
    }

    /** How many circumstances end so. */
    public BigInteger count(End... ends) {
        return sum(counts, root, ends);
    }

    private static BigInteger sum(BigInteger[][] counts, int node, End... ends) {
        BigInteger sum = BigInteger.ZERO;
        for (End end : ends) {
            sum = sum.add(counts[end.ordinal()][node]);
        }
        return sum;
    }

    /** The blocks of one circumstance that ends so, the count of blocks where not asked; null if there is none. */
    public int @Nullable [] example(End end) {
        BigInteger[] ways = counts[end.ordinal()];
        if (ways[root].signum() == 0) {
            return null;
        }
        int[] blocks = new int[formulas.questions()];
        Arrays.fill(blocks, -1);
        int at = root;
        while (at >= ENDS.length) {
            Node node = nodes.get(at);
            int block = 0;
            while (ways[node.next[block]].signum() == 0) {
                block++;
            }
            blocks[node.question] = node.asked ? block : formulas.blocks(node.question);
            at = node.next[block];
        }
        return blocks;
    }

    /** How many circumstances that are not excluded agree with the known blocks. */
    public BigInteger remaining(int[] known) {
        BigInteger[] ways = new BigInteger[nodes.size()];
        for (End end : ENDS) {
            ways[end.ordinal()] = end == End.EXCLUDED ? BigInteger.ZERO : BigInteger.ONE;
        }
        for (int at = ENDS.length; at < ways.length; at++) {
            Node node = nodes.get(at);
            int block = known[node.question];
            ways[at] = node.asked && block >= 0 ? ways[node.next[block]] : weighted(node, ways);
        }
        return ways[root];
    }

    /** The most of the marked questions that are still to be asked in one circumstance, the known ones not counted. */
    public int longest(int[] known, BitSet marked) {
        int[] most = new int[nodes.size()];
        for (int at = ENDS.length; at < most.length; at++) {
            Node node = nodes.get(at);
            int block = known[node.question];
            if (node.asked && block >= 0) {
                most[at] = most[node.next[block]];
                continue;
            }
            int below = 0;
            for (int next : node.next) {
                below = Math.max(below, most[next]);
            }
            most[at] = below + (node.asked && marked.get(node.question) ? 1 : 0);
        }
        return most[root];
    }

    private BigInteger[] count(End end) {
        BigInteger[] ways = new BigInteger[nodes.size()];
        Arrays.fill(ways, 0, ENDS.length, BigInteger.ZERO);
        ways[end.ordinal()] = BigInteger.ONE;
        for (int at = ENDS.length; at < ways.length; at++) {
            ways[at] = weighted(nodes.get(at), ways);
        }
        return ways;
    }

    private BigInteger weighted(Node node, BigInteger[] ways) {
        if (!node.asked) {
            return ways[node.next[0]];
        }
        BigInteger sum = BigInteger.ZERO;
        for (int block = 0; block < node.next.length; block++) {
            BigInteger below = ways[node.next[block]];
            if (below.signum() != 0) {
                sum = sum.add(below.multiply(weights[node.question][block]));
            }
        }
        return sum;
    }

    private int build(int[] state) {
        if (state[0] == Formulas.TRUE) {
            return End.EXCLUDED.ordinal();
        }
        if (state.length == 4) {
            return end(state).ordinal();
        }
        Key key = new Key(state);
        Integer done = states.get(key);
        if (done != null) {
            return done;
        }
        if (states.size() >= LIMIT) {
            throw new TooLarge(LIMIT);
        }
        int question = formulas.questions() - (state.length - 4);
        boolean asked = state[4] == Formulas.TRUE;
        int[] next = new int[asked ? formulas.blocks(question) : 1];
        for (int block = 0; block < next.length; block++) {
            next[block] = build(after(state, question, asked ? block : formulas.blocks(question)));
        }
        int[] row = Arrays.copyOf(next, next.length + 2);
        row[next.length] = question;
        row[next.length + 1] = asked ? 1 : 0;
        int node = unique.computeIfAbsent(new Key(row), _ -> {
            nodes.add(new Node(question, asked, next));
            return nodes.size() - 1;
        });
        states.put(key, node);
        return node;
    }

    private int[] after(int[] state, int question, int block) {
        int[] rest = new int[state.length - 1];
        for (int i = 0; i < 4; i++) {
            rest[i] = formulas.restrict(state[i], question, block);
        }
        for (int i = 5; i < state.length; i++) {
            rest[i - 1] = formulas.restrict(state[i], question, block);
        }
        if (rest[2] == Formulas.TRUE || rest[1] == Formulas.FALSE) {
            rest[3] = Formulas.FALSE; // a requirement makes no difference any more
        }
        return rest;
    }

    private static End end(int[] state) {
        boolean accepted = state[1] == Formulas.TRUE;
        boolean refused = state[2] == Formulas.TRUE;
        if (accepted && refused) {
            return End.BOTH;
        }
        if (refused) {
            return End.REFUSED;
        }
        if (!accepted) {
            return End.NEITHER;
        }
        return state[3] == Formulas.TRUE ? End.ACCEPTED : End.ACCEPTED_WITHOUT_REQUIREMENT;
    }
}
