package org.fourportals.circumstances.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Conditions in negation normal form, each distinct one stored once and known by its number. A literal says that the
 * answer to one question is in a set of its blocks; literals of one question that are joined become one.
 */
public final class Formulas {

    /** Never met. */
    public static final int FALSE = 0;
    /** Always met. */
    public static final int TRUE = 1;

    private enum Kind { CONSTANT, LITERAL, AND, OR }

    private record Node(Kind kind, int question, BitSet blocks, int[] parts, BitSet support) {}

    private final int[] blockCounts;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private final Map<Integer, Integer> negations = new HashMap<>();
    private final Map<Long, Integer> restrictions = new HashMap<>();
    private final long[] offsets;
    private final long allBlocks;

    private record Literal(int question, BitSet blocks) {}

    /** For questions with so many blocks each, "not asked" not being counted. */
    public Formulas(int[] blockCounts) {
        this.blockCounts = blockCounts.clone();
        offsets = new long[blockCounts.length];
        long sum = 0;
        for (int q = 0; q < blockCounts.length; q++) {
            offsets[q] = sum;
            sum += blockCounts[q] + 1;
        }
        allBlocks = sum;
        nodes.add(new Node(Kind.CONSTANT, -1, new BitSet(), new int[0], new BitSet()));
        nodes.add(new Node(Kind.CONSTANT, -1, new BitSet(), new int[0], new BitSet()));
    }

    /** How many questions there are. */
    public int questions() {
        return blockCounts.length;
    }

    /** How many blocks a question has. */
    public int blocks(int question) {
        return blockCounts[question];
    }

    /** Met if the question's block is one of these; block {@code blocks(question)} means that it is not asked. */
    public int literal(int question, BitSet blocks) {
        if (blocks.isEmpty()) {
            return FALSE;
        }
        if (blocks.cardinality() == blockCounts[question] + 1) {
            return TRUE;
        }
        return known.computeIfAbsent(new Literal(question, (BitSet) blocks.clone()), _ -> {
            BitSet support = new BitSet();
            support.set(question);
            return add(new Node(Kind.LITERAL, question, (BitSet) blocks.clone(), new int[0], support));
        });
    }

    /** Met if all are. */
    public int and(int... parts) {
        return join(Kind.AND, parts);
    }

    /** Met if one is. */
    public int or(int... parts) {
        return join(Kind.OR, parts);
    }

    /** Met if the part is not. */
    public int not(int part) {
        if (part <= TRUE) {
            return TRUE - part;
        }
        Integer done = negations.get(part);
        if (done != null) {
            return done;
        }
        Node node = nodes.get(part);
        int negated = switch (node.kind) {
            case LITERAL -> {
                BitSet others = (BitSet) node.blocks.clone();
                others.flip(0, blockCounts[node.question] + 1);
                yield literal(node.question, others);
            }
            case AND -> or(Arrays.stream(node.parts).map(this::not).toArray());
            case OR -> and(Arrays.stream(node.parts).map(this::not).toArray());
            case CONSTANT -> throw new IllegalStateException();
        };
        negations.put(part, negated);
        negations.put(negated, part);
        return negated;
    }

    /** What remains of a formula once a question's block is known. */
    public int restrict(int formula, int question, int block) {
        Node node = nodes.get(formula);
        if (!node.support.get(question)) {
            return formula;
        }
        if (node.kind == Kind.LITERAL) {
            return node.blocks.get(block) ? TRUE : FALSE;
        }
        long key = formula * allBlocks + offsets[question] + block;
        Integer done = restrictions.get(key);
        if (done != null) {
            return done;
        }
        int[] parts = new int[node.parts.length];
        int decisive = node.kind == Kind.AND ? FALSE : TRUE;
        int rest = -1;
        for (int i = 0; i < parts.length && rest < 0; i++) {
            parts[i] = restrict(node.parts[i], question, block);
            rest = parts[i] == decisive ? decisive : -1;
        }
        int result = rest >= 0 ? rest : join(node.kind, parts);
        restrictions.put(key, result);
        return result;
    }

    /** The questions that a formula speaks of; not to be changed. */
    public BitSet support(int formula) {
        return nodes.get(formula).support;
    }

    private int join(Kind kind, int[] parts) {
        TreeSet<Integer> joined = new TreeSet<>();
        TreeMap<Integer, BitSet> literals = new TreeMap<>();
        int neutral = kind == Kind.AND ? TRUE : FALSE;
        if (!collect(kind, parts, joined, literals)) {
            return TRUE - neutral;
        }
        for (Map.Entry<Integer, BitSet> literal : literals.entrySet()) {
            int one = literal(literal.getKey(), literal.getValue());
            if (one == TRUE - neutral) {
                return one;
            }
            if (one != neutral) {
                joined.add(one);
            }
        }
        if (joined.isEmpty()) {
            return neutral;
        }
        if (joined.size() == 1) {
            return joined.first();
        }
        int[] row = new int[joined.size() + 1];
        row[0] = kind.ordinal();
        int i = 1;
        BitSet support = new BitSet();
        for (int part : joined) {
            row[i++] = part;
            support.or(nodes.get(part).support);
        }
        return known.computeIfAbsent(new Key(row), _ ->
                add(new Node(kind, -1, new BitSet(), Arrays.copyOfRange(row, 1, row.length), support)));
    }

    /** Sorts the parts into literals, joined by question, and others; false if one part decides the whole. */
    private boolean collect(Kind kind, int[] parts, TreeSet<Integer> joined, TreeMap<Integer, BitSet> literals) {
        int neutral = kind == Kind.AND ? TRUE : FALSE;
        for (int part : parts) {
            Node node = nodes.get(part);
            if (part == TRUE - neutral) {
                return false;
            }
            if (node.kind == Kind.LITERAL) {
                BitSet same = literals.get(node.question);
                if (same == null) {
                    literals.put(node.question, (BitSet) node.blocks.clone());
                } else if (kind == Kind.AND) {
                    same.and(node.blocks);
                } else {
                    same.or(node.blocks);
                }
            } else if (node.kind == kind) {
                collect(kind, node.parts, joined, literals);
            } else if (part != neutral) {
                joined.add(part);
            }
        }
        return true;
    }

    private int add(Node node) {
        nodes.add(node);
        return nodes.size() - 1;
    }
}
