package org.fourportals.circumstances.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads functions where the answers of some questions are known (block) and of others not (-1). One walk is for one set
 * of known answers and one thread; it remembers what it has found out.
 */
public final class Walk {

    /** The function may still turn out as {@link Functions#NO}. */
    public static final int MAY_BE_NO = 1 << Functions.NO;
    /** The function may still turn out as {@link Functions#YES}. */
    public static final int MAY_BE_YES = 1 << Functions.YES;

    private static final int DECISIVE = MAY_BE_NO | MAY_BE_YES;

    private final Functions functions;
    private final int[] known;
    private byte[] ends;
    private final Set<Long> agreeing = new HashSet<>();

    /** For these known blocks; the array is not copied. */
    public Walk(Functions functions, int[] known) {
        this.functions = functions;
        this.known = known;
        this.ends = new byte[functions.size()];
    }

    /** Which values the function may still have, as a sum of {@link #MAY_BE_NO} and {@link #MAY_BE_YES}. */
    public int values(int function) {
        if (function <= Functions.IRRELEVANT) {
            return function == Functions.IRRELEVANT ? 0 : 1 << function;
        }
        if (function >= ends.length) { // built after this walk began
            ends = Arrays.copyOf(ends, functions.size());
        }
        if (ends[function] != 0) {
            return ends[function] & DECISIVE;
        }
        int[] next = functions.nextOf(function);
        int block = known[functions.questionOf(function)];
        int found = 0;
        if (block >= 0) {
            found = values(next[block]);
        } else {
            for (int below : next) {
                found |= values(below);
            }
        }
        ends[function] = (byte) (found | 1 << Functions.IRRELEVANT); // marks it as visited
        return found;
    }

    /**
     * The first question whose answer can still change the function, all later answers staying what they are; -1 if
     * none can. A question that the others decide, by exclusions, cannot.
     */
    public int firstNeeded(int function) {
        if (values(function) != DECISIVE) {
            return -1;
        }
        BitSet front = new BitSet();
        front.set(function);
        while (true) {
            int question = Integer.MAX_VALUE;
            for (int node = front.nextSetBit(0); node >= 0; node = front.nextSetBit(node + 1)) {
                question = Math.min(question, functions.questionOf(node));
            }
            if (front.length() - 1 <= Functions.IRRELEVANT) {
                throw new IllegalStateException("undecided without a question");
            }
            if (known[question] < 0 && divides(front, question)) {
                return question;
            }
            front = after(front, question);
        }
    }

    /** Whether two answers to a question can lead to different values while all other answers stay. */
    public boolean matters(int node) {
        BitSet front = new BitSet();
        front.set(node);
        return divides(front, functions.questionOf(node));
    }

    /** Adds the questions not known at which an undecided function still looks. */
    public void unknown(int function, BitSet visited, BitSet questions) {
        if (values(function) == DECISIVE) {
            look(function, visited, questions);
        }
    }

    private void look(int node, BitSet visited, BitSet questions) {
        if (node <= Functions.IRRELEVANT || visited.get(node)) {
            return;
        }
        visited.set(node);
        int question = functions.questionOf(node);
        int block = known[question];
        if (block >= 0) {
            look(functions.nextOf(node)[block], visited, questions);
        } else {
            questions.set(question);
            for (int below : functions.nextOf(node)) {
                look(below, visited, questions);
            }
        }
    }

    /** Whether two of the functions that different answers lead to conflict, none in the front itself conflicting. */
    private boolean divides(BitSet front, int question) {
        BitSet after = after(front, question);
        for (int node = after.nextSetBit(0); node >= 0; node = after.nextSetBit(node + 1)) {
            for (int other = after.nextSetBit(node + 1); other >= 0; other = after.nextSetBit(other + 1)) {
                if (conflict(node, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int below(int node, int question, int block) {
        return functions.questionOf(node) == question ? functions.nextOf(node)[block] : node;
    }

    private BitSet after(BitSet front, int question) {
        BitSet after = new BitSet();
        for (int node = front.nextSetBit(0); node >= 0; node = front.nextSetBit(node + 1)) {
            if (functions.questionOf(node) != question) {
                after.set(node);
            } else if (known[question] >= 0) {
                after.set(functions.nextOf(node)[known[question]]);
            } else {
                for (int below : functions.nextOf(node)) {
                    after.set(below);
                }
            }
        }
        return after;
    }

    /** Whether the same answers can lead to yes in one function and to no in the other. */
    public boolean conflict(int one, int other) {
        if (one == other) {
            return false;
        }
        int values = values(one);
        int others = values(other);
        boolean apart = (values & MAY_BE_NO) != 0 && (others & MAY_BE_YES) != 0
                || (values & MAY_BE_YES) != 0 && (others & MAY_BE_NO) != 0;
        if (!apart) {
            return false;
        }
        if (one <= Functions.IRRELEVANT || other <= Functions.IRRELEVANT) {
            return true;
        }
        long pair = (long) Math.min(one, other) << 32 | Math.max(one, other);
        if (agreeing.contains(pair)) {
            return false;
        }
        int question = Math.min(functions.questionOf(one), functions.questionOf(other));
        int from = known[question] >= 0 ? known[question] : 0;
        int blocks = functions.nextOf(functions.questionOf(one) == question ? one : other).length;
        int to = known[question] >= 0 ? from : blocks - 1;
        for (int block = from; block <= to; block++) {
            if (conflict(below(one, question, block), below(other, question, block))) {
                return true;
            }
        }
        agreeing.add(pair);
        return false;
    }
}
