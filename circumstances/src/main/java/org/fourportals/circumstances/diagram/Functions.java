package org.fourportals.circumstances.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Yes-no functions of the answers as reduced decision diagrams that share their nodes. Each is a function of what a
 * person would answer to every question if asked; that a question is not asked is worked in while building, so that
 * reading one needs no further rules. Where it does not matter what the function is, it is {@link #IRRELEVANT}: in
 * circumstances that are excluded, say.
 */
public final class Functions {

    /** The function is not met. */
    public static final int NO = 0;
    /** The function is met. */
    public static final int YES = 1;
    /** It does not matter. */
    public static final int IRRELEVANT = 2;

    private final Formulas formulas;
    private final int[] whens;
    private final int limit;
    private int[][] next = new int[64][];
    private int[] questions = new int[64];
    private int size;
    private final Map<Key, Integer> unique = new HashMap<>();
    private Map<Key, Integer> states = new HashMap<>();

    /** For questions asked under these conditions; building a function of more than `limit` states throws {@link TooLarge}. */
    public Functions(Formulas formulas, int[] whens, int limit) {
        this.formulas = formulas;
        this.whens = whens.clone();
        this.limit = limit;
        for (int terminal = NO; terminal <= IRRELEVANT; terminal++) {
            add(formulas.questions(), new int[0]);
        }
    }

    private int add(int question, int[] below) {
        if (size == questions.length) {
            next = Arrays.copyOf(next, 2 * size);
            questions = Arrays.copyOf(questions, 2 * size);
        }
        next[size] = below;
        questions[size] = question;
        return size++;
    }

    /** The function that is met where the formula is, and does not matter where `irrelevant` is met. */
    public int build(int formula, int irrelevant) {
        return build(formula, irrelevant, whens);
    }

    /** As {@link #build(int, int)}, the questions being asked under other conditions. */
    public int build(int formula, int irrelevant, int[] askedWhen) {
        states = new HashMap<>();
        int root = build(formula, irrelevant, new Row(askedWhen));
        states = new HashMap<>();
        return root;
    }

    /** The questions that a formula's value depends on, with those that decide whether they are asked. */
    public BitSet reach(int formula) {
        return relevant(whens, formula);
    }

    /** The question that a node looks at. */
    public int questionOf(int node) {
        return questions[node];
    }

    /** The nodes to which the blocks of its question lead; not to be changed. */
    public int[] nextOf(int node) {
        return next[node];
    }

    /** How many blocks a question has. */
    public int blocks(int question) {
        return formulas.blocks(question);
    }

    /** How many nodes all functions have together. */
    public int size() {
        return size;
    }

    private record Row(int[] whens) {}

    private int build(int formula, int irrelevant, Row row) {
        if (irrelevant == Formulas.TRUE) {
            return IRRELEVANT;
        }
        if (irrelevant == Formulas.FALSE && formula <= Formulas.TRUE) {
            return formula;
        }
        BitSet relevant = relevant(row.whens, formula, irrelevant);
        int[] state = new int[2 + relevant.cardinality()];
        state[0] = formula;
        state[1] = irrelevant;
        int i = 2;
        for (int q = relevant.nextSetBit(0); q >= 0; q = relevant.nextSetBit(q + 1)) {
            state[i++] = row.whens[q];
        }
        Key key = new Key(state);
        Integer done = states.get(key);
        if (done != null) {
            return done;
        }
        if (states.size() >= limit) {
            throw new TooLarge(limit);
        }
        int question = relevant.nextSetBit(0);
        int blocks = formulas.blocks(question);
        int result;
        if (row.whens[question] == Formulas.FALSE) {
            result = after(formula, irrelevant, row, relevant, question, blocks);
        } else {
            int[] below = new int[blocks];
            for (int block = 0; block < blocks; block++) {
                below[block] = after(formula, irrelevant, row, relevant, question, block);
            }
            result = node(question, below);
        }
        states.put(key, result);
        return result;
    }

    private int after(int formula, int irrelevant, Row row, BitSet relevant, int question, int block) {
        int[] rest = row.whens.clone();
        for (int q = relevant.nextSetBit(question + 1); q >= 0; q = relevant.nextSetBit(q + 1)) {
            rest[q] = formulas.restrict(rest[q], question, block);
        }
        return build(formulas.restrict(formula, question, block), formulas.restrict(irrelevant, question, block),
                new Row(rest));
    }

    int node(int question, int[] below) {
        boolean same = true;
        for (int node : below) {
            same &= node == below[0];
        }
        if (same) {
            return below[0];
        }
        int[] row = Arrays.copyOf(below, below.length + 1);
        row[below.length] = question;
        return unique.computeIfAbsent(new Key(row), _ -> add(question, below));
    }

    /** Blocks that lead to {@link #YES}, -1 where the answer makes no difference; null if nothing leads there. */
    public int @Nullable [] example(int function) {
        int[] blocks = new int[formulas.questions()];
        Arrays.fill(blocks, -1);
        return lead(function, blocks, new BitSet()) ? blocks : null;
    }

    private boolean lead(int node, int[] blocks, BitSet failed) {
        if (node <= IRRELEVANT || failed.get(node)) {
            return node == YES;
        }
        int question = questionOf(node);
        int[] below = nextOf(node);
        for (int block = 0; block < below.length; block++) {
            blocks[question] = block;
            if (lead(below[block], blocks, failed)) {
                return true;
            }
        }
        blocks[question] = -1;
        failed.set(node);
        return false;
    }

    private BitSet relevant(int[] conditions, int... of) {
        BitSet relevant = new BitSet();
        for (int formula : of) {
            relevant.or(formulas.support(formula));
        }
        for (int q = relevant.length() - 1; q >= 0; q = relevant.previousSetBit(q - 1)) {
            if (relevant.get(q)) {
                relevant.or(formulas.support(conditions[q]));
            }
        }
        return relevant;
    }
}
