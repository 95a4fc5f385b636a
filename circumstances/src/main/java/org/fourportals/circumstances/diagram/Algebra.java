package org.fourportals.circumstances.diagram;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Joins functions that matter everywhere, forgets questions in them, and counts where they are met. For one thread. */
public final class Algebra {

    private static final int LIMIT = 300_000;

    private final Functions functions;
    private final Map<Key, Integer> joined = new HashMap<>();

    /** Over these functions, none of which may be {@link Functions#IRRELEVANT} anywhere. */
    public Algebra(Functions functions) {
        this.functions = functions;
    }

    /** Looks at one question; each of its blocks leads to a function of later questions, or to yes or no. */
    public int branching(int question, int[] below) {
        return functions.node(question, below.clone());
    }

    /** Met where both are. */
    public int and(int one, int other) {
        if (one == Functions.NO || other == Functions.NO) {
            return Functions.NO;
        }
        return one == Functions.YES || one == other ? other : other == Functions.YES ? one : join(one, other, 0);
    }

    /** Met where one is. */
    public int or(int one, int other) {
        if (one == Functions.YES || other == Functions.YES) {
            return Functions.YES;
        }
        return one == Functions.NO || one == other ? other : other == Functions.NO ? one : join(one, other, 1);
    }

    /** Met where one is and the other is not. */
    public int minus(int one, int other) {
        return and(one, not(other));
    }

    private int join(int one, int other, int how) {
        Key key = new Key(Math.min(one, other), Math.max(one, other), how);
        Integer done = joined.get(key);
        if (done != null) {
            return done;
        }
        int question = Math.min(functions.questionOf(one), functions.questionOf(other));
        int[] below = new int[functions.blocks(question)];
        for (int block = 0; block < below.length; block++) {
            int left = below(one, question, block);
            int right = below(other, question, block);
            below[block] = how == 0 ? and(left, right) : or(left, right);
        }
        return remember(key, functions.node(question, below));
    }

    /** Met where the function is not. */
    public int not(int function) {
        if (function <= Functions.YES) {
            return Functions.YES - function;
        }
        Key key = new Key(function, 2);
        Integer done = joined.get(key);
        if (done != null) {
            return done;
        }
        int[] below = Arrays.stream(functions.nextOf(function)).map(this::not).toArray();
        return remember(key, functions.node(functions.questionOf(function), below));
    }

    /** Met where it is met with some answer to the forgotten questions. */
    public int forget(int function, BitSet questions) {
        return function <= Functions.YES ? function : forget(function, questions, new HashMap<>());
    }

    private int forget(int function, BitSet questions, Map<Integer, Integer> done) {
        if (function <= Functions.YES) {
            return function;
        }
        Integer known = done.get(function);
        if (known != null) {
            return known;
        }
        int question = functions.questionOf(function);
        int[] below = functions.nextOf(function).clone();
        int any = Functions.NO;
        for (int block = 0; block < below.length; block++) {
            below[block] = forget(below[block], questions, done);
            any = questions.get(question) ? or(any, below[block]) : any;
        }
        int result = questions.get(question) ? any : functions.node(question, below);
        done.put(function, result);
        return result;
    }

    private int below(int node, int question, int block) {
        return functions.questionOf(node) == question ? functions.nextOf(node)[block] : node;
    }

    private int remember(Key key, int result) {
        if (joined.size() > LIMIT) {
            throw new TooLarge(LIMIT);
        }
        joined.put(key, result);
        return result;
    }

    /**
     * In how many circumstances a function is met: `asked` says of each question where it is asked, -1 being never;
     * `weights` are the answers in each block. A function may look at a question only where it is asked.
     */
    public BigInteger count(int function, int[] asked, BigInteger[][] weights) {
        return count(0, function, asked, weights, new Restriction(functions), new HashMap<>());
    }

    private BigInteger count(int question, int function, int[] asked, BigInteger[][] weights, Restriction restriction,
            Map<List<Integer>, BigInteger> done) {
        if (function == Functions.NO || question == asked.length) {
            return function == Functions.NO ? BigInteger.ZERO : BigInteger.ONE;
        }
        if (asked[question] <= Functions.NO) {
            return count(question + 1, function, asked, weights, restriction, done);
        }
        List<Integer> key = new ArrayList<>(List.of(question, function));
        for (int later = question; later < asked.length; later++) {
            key.add(asked[later]);
        }
        BigInteger known = done.get(key);
        if (known != null) {
            return known;
        }
        if (done.size() > LIMIT) {
            throw new TooLarge(LIMIT);
        }
        BigInteger sum = BigInteger.ZERO;
        for (int block = 0; block < functions.blocks(question); block++) {
            int[] rest = asked.clone();
            for (int later = question + 1; later < rest.length; later++) {
                rest[later] = rest[later] <= Functions.NO ? Functions.NO : restriction.of(rest[later], question, block);
            }
            BigInteger below = count(question + 1, restriction.of(function, question, block), rest, weights, restriction, done);
            sum = sum.add(below.multiply(weights[question][block]));
        }
        done.put(key, sum);
        return sum;
    }
}
