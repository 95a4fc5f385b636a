package org.fourportals.circumstances.diagram;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All circumstances of an affair by the conditions that are met in them: as {@link CircumstanceDiagram}, but with an end
 * for each set of conditions. A row of next nodes holds numbers of nodes, {@link #EXCLUDED}, or ends; a node comes after
 * all that it leads to.
 */
public final class OutcomeDiagram {

    /** Leads to circumstances that cannot occur. */
    public static final int EXCLUDED = -1;

    /** One question in one state; not asked, it leads on to one place only. */
    public record Node(int question, boolean asked, int[] next) {}

    private final Formulas formulas;
    private final int excluding;
    private final int secondary;
    private final int conditions;
    private final int limit;
    private final List<Node> nodes = new ArrayList<>();
    private final List<BitSet> ends = new ArrayList<>();
    private final Map<BitSet, Integer> endNumbers = new HashMap<>();
    private final Map<Key, Integer> unique = new HashMap<>();
    private final Map<Key, Integer> states = new HashMap<>();
    private final int root;

    /**
     * Builds it. Where one of the conditions from `excluding` up to, not including, `secondary` is met, those from
     * `secondary` on do not matter and count as not met. More than `limit` states throw {@link TooLarge}.
     */
    public OutcomeDiagram(Formulas formulas, int[] whens, int excluded, int[] conditions, int excluding, int secondary, int limit) {
        this.formulas = formulas;
        this.excluding = excluding;
        this.secondary = secondary;
        this.conditions = conditions.length;
        this.limit = limit;
        int[] state = new int[1 + conditions.length + whens.length];
        state[0] = excluded;
        System.arraycopy(conditions, 0, state, 1, conditions.length);
        System.arraycopy(whens, 0, state, 1 + conditions.length, whens.length);
        root = build(settled(state));
        states.clear();
    }

    /** Where it begins. */
    public int root() {
        return root;
    }

    /** All nodes, by their numbers. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The conditions that are met at each end. */
    public List<BitSet> ends() {
        return ends;
    }

    /** The number of an end to which a row of next nodes leads, from -2 downwards; else negative. */
    public static int end(int next) {
        return -2 - next;
    }

    /** How many circumstances lie below each node, by the weights of the blocks. */
    public BigInteger[] below(BigInteger[][] weights) {
        BigInteger[] below = new BigInteger[nodes.size()];
        for (int at = 0; at < below.length; at++) {
            Node node = nodes.get(at);
            BigInteger sum = BigInteger.ZERO;
            for (int block = 0; block < node.next.length; block++) {
                BigInteger rest = of(below, node.next[block]);
                sum = sum.add(node.asked ? rest.multiply(weights[node.question][block]) : rest);
            }
            below[at] = sum;
        }
        return below;
    }

    /** How many circumstances lie below a next node: at an end one, where excluded none. */
    public static BigInteger of(BigInteger[] below, int next) {
        return next >= 0 ? below[next] : next == EXCLUDED ? BigInteger.ZERO : BigInteger.ONE;
    }

    private int build(int[] state) {
        if (state[0] == Formulas.TRUE) {
            return EXCLUDED;
        }
        if (state.length == 1 + conditions) {
            return end(state);
        }
        Key key = new Key(state);
        Integer done = states.get(key);
        if (done != null) {
            return done;
        }
        if (states.size() >= limit) {
            throw new TooLarge(limit);
        }
        int question = formulas.questions() - (state.length - 1 - conditions);
        boolean asked = state[1 + conditions] == Formulas.TRUE;
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

    private int end(int[] state) {
        BitSet met = new BitSet();
        for (int i = 0; i < conditions; i++) {
            met.set(i, state[1 + i] == Formulas.TRUE);
        }
        return -2 - endNumbers.computeIfAbsent(met, _ -> {
            ends.add(met);
            return ends.size() - 1;
        });
    }

    private int[] after(int[] state, int question, int block) {
        int[] rest = new int[state.length - 1];
        for (int i = 0; i < state.length; i++) {
            if (i != 1 + conditions) {
                rest[i > conditions ? i - 1 : i] = formulas.restrict(state[i], question, block);
            }
        }
        return settled(rest);
    }

    private int[] settled(int[] state) {
        for (int i = excluding; i < secondary; i++) {
            if (state[1 + i] == Formulas.TRUE) {
                Arrays.fill(state, 1 + secondary, 1 + conditions, Formulas.FALSE);
                break;
            }
        }
        return state;
    }
}
