package org.fourportals.circumstances.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left of functions once answers are known, in numbers of its own: two functions of which the same is left have
 * the same number. The functions themselves are only read; one restriction is for one thread.
 */
public final class Restriction {

    private final Functions functions;
    private final int first;
    private final List<int[]> next = new ArrayList<>();
    private final List<Integer> questions = new ArrayList<>();
    private final Map<Key, Integer> unique = new HashMap<>();
    private final Map<Key, Integer> done = new HashMap<>();

    /** Over these functions, to which none may be added meanwhile. */
    public Restriction(Functions functions) {
        this.functions = functions;
        this.first = functions.size();
        for (int node = Functions.IRRELEVANT + 1; node < first; node++) {
            unique.put(key(functions.questionOf(node), functions.nextOf(node)), node);
        }
    }

    /** What is left of a function, perhaps restricted before, once the question's block is known. */
    public int of(int node, int question, int block) {
        if (node <= Functions.IRRELEVANT || questionOf(node) > question) {
            return node;
        }
        int[] below = nextOf(node);
        if (questionOf(node) == question) {
            return below[block];
        }
        Key key = new Key(node, question, block);
        Integer known = done.get(key);
        if (known != null) {
            return known;
        }
        int[] rest = new int[below.length];
        boolean same = true;
        for (int i = 0; i < rest.length; i++) {
            rest[i] = of(below[i], question, block);
            same &= rest[i] == rest[0];
        }
        int result = same ? rest[0] : node(questionOf(node), rest);
        done.put(key, result);
        return result;
    }

    private int node(int question, int[] below) {
        return unique.computeIfAbsent(key(question, below), _ -> {
            next.add(below);
            questions.add(question);
            return first + next.size() - 1;
        });
    }

    private static Key key(int question, int[] below) {
        int[] row = Arrays.copyOf(below, below.length + 1);
        row[below.length] = question;
        return new Key(row);
    }

    private int questionOf(int node) {
        return node < first ? functions.questionOf(node) : questions.get(node - first);
    }

    private int[] nextOf(int node) {
        return node < first ? functions.nextOf(node) : next.get(node - first);
    }
}
