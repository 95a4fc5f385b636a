package org.fourportals.circumstances;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.fourportals.circumstances.diagram.Algebra;
import org.fourportals.circumstances.diagram.Functions;

/**
 * Says where a function is met by conditions as short as can be found: an example is widened, question by question, as
 * long as nothing else comes in; what is then still untold gives the next example.
 */
final class Description {

    private static final int MOST = 12;

    private final JointSpace space;
    private final Algebra algebra;
    private final int[] asked;
    private final int besides;
    private final List<String> conditions = new ArrayList<>();
    private final Facts example;
    private final boolean whole;

    /** Of a function over questions that are asked there; where `besides` is met it makes no difference. */
    Description(JointSpace space, Algebra algebra, int[] asked, int where, int besides) {
        this.space = space;
        this.algebra = algebra;
        this.asked = asked;
        this.besides = algebra.or(where, besides);
        int[] first = space.functions.example(where);
        this.example = facts(first == null ? new int[0] : first);
        int untold = where;
        while (untold != Functions.NO && conditions.size() < MOST) {
            SequencedMap<Integer, BitSet> widest = widest(untold);
            conditions.add(new ConditionText(space, widest).toString());
            untold = algebra.minus(untold, function(widest));
        }
        this.whole = untold == Functions.NO;
    }

    List<String> conditions() {
        return conditions;
    }

    boolean whole() {
        return whole;
    }

    Facts example() {
        return example;
    }

    private Facts facts(int[] blocks) {
        Facts facts = Facts.none();
        for (Map.Entry<Integer, BitSet> one : exact(blocks).entrySet()) {
            Partition partition = space.partitions.get(one.getKey());
            facts = facts.with(partition.question(), partition.blocks().get(one.getValue().nextSetBit(0)).example());
        }
        return facts;
    }

    /** Every question that is asked there, with its one block; where any will do, the first. */
    private SequencedMap<Integer, BitSet> exact(int[] blocks) {
        SequencedMap<Integer, BitSet> exact = new TreeMap<>();
        for (int q = 0; q < blocks.length; q++) {
            int block = Math.max(0, blocks[q]);
            if (asked[q] > Functions.NO && isAsked(q, blocks)) {
                BitSet only = new BitSet();
                only.set(block);
                exact.put(q, only);
            }
        }
        return exact;
    }

    private boolean isAsked(int question, int[] blocks) {
        int node = asked[question];
        while (node > Functions.YES) {
            node = space.functions.nextOf(node)[Math.max(0, blocks[space.functions.questionOf(node)])];
        }
        return node == Functions.YES;
    }

    /** The wider of two ways of widening: from the first question on, and from the last. */
    private SequencedMap<Integer, BitSet> widest(int untold) {
        int[] blocks = space.functions.example(untold);
        SequencedMap<Integer, BitSet> exact = exact(blocks == null ? new int[0] : blocks);
        List<Integer> forward = List.copyOf(exact.keySet());
        SequencedMap<Integer, BitSet> one = widened(exact, forward);
        SequencedMap<Integer, BitSet> other = widened(exact, forward.reversed());
        int order = count(one, untold).compareTo(count(other, untold));
        return order > 0 || order == 0 && one.size() <= other.size() ? one : other;
    }

    private BigInteger count(SequencedMap<Integer, BitSet> answers, int untold) {
        return algebra.count(algebra.and(untold, function(answers)), asked, space.weights());
    }

    private SequencedMap<Integer, BitSet> widened(SequencedMap<Integer, BitSet> exact, List<Integer> order) {
        SequencedMap<Integer, BitSet> wide = new TreeMap<>(exact);
        for (int question : order) {
            BitSet narrow = wide.remove(question);
            if (!within(wide)) {
                wide.put(question, narrow);
            }
        }
        for (int question : order) {
            if (wide.containsKey(question)) {
                for (int block = 0; block < space.functions.blocks(question); block++) {
                    BitSet before = wide.get(question);
                    BitSet more = (BitSet) before.clone();
                    more.set(block);
                    wide.put(question, more);
                    if (!within(wide)) {
                        wide.put(question, before);
                    }
                }
            }
        }
        return wide;
    }

    private boolean within(SequencedMap<Integer, BitSet> answers) {
        return algebra.minus(function(answers), besides) == Functions.NO;
    }

    /** Met where every question is asked and answered so. */
    private int function(SequencedMap<Integer, BitSet> answers) {
        int all = Functions.YES;
        for (Map.Entry<Integer, BitSet> one : answers.entrySet()) {
            int[] below = new int[space.functions.blocks(one.getKey())];
            Arrays.setAll(below, block -> one.getValue().get(block) ? Functions.YES : Functions.NO);
            all = algebra.and(all, algebra.and(asked[one.getKey()], algebra.branching(one.getKey(), below)));
        }
        return all;
    }
}
