package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Type;
import org.fourportals.circumstances.condition.Written;

/**
 * Writes down, as a condition that an editor could have written, that questions have answers in these blocks. Only that a
 * question is asked at all has no form in conditions: it is written out.
 */
final class ConditionText {

    private final String text;

    ConditionText(JointSpace space, SequencedMap<Integer, BitSet> answers) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> one : answers.entrySet()) {
            String part = part(space.questions.get(one.getKey()), space.partitions.get(one.getKey()), one.getValue());
            parts.add(answers.size() > 1 && part.contains(" or ") ? "(" + part + ")" : part);
        }
        text = parts.isEmpty() ? "true" : String.join(" and ", parts);
    }

    private static String part(Question question, Partition partition, BitSet blocks) {
        return switch (question.kind()) {
            case YES_NO -> blocks.cardinality() == 2 ? either(question, "true", "false")
                    : partition.members(blocks.nextSetBit(0)).contains("yes") ? question.id() : question.id() + " = false";
            case CHOICE -> choice(question, partition, blocks);
            case NUMBER, MONEY -> number(question, partition, blocks);
            case SEVERAL_OF, DATE, REPEATED -> ifAsked(question, partition, blocks);
        };
    }

    /** The answers in these blocks where the question is asked, as a condition. */
    static String whereAsked(Question question, Partition partition, BitSet blocks) {
        return switch (question.kind()) {
            case YES_NO, CHOICE, NUMBER, MONEY -> part(question, partition, blocks);
            case SEVERAL_OF, DATE, REPEATED -> compared(Map.of(question.id(), question.type()), partition, blocks);
        };
    }

    private static String either(Question question, String one, String other) {
        return question.id() + " = " + one + " or " + question.id() + " = " + other;
    }

    private static String choice(Question question, Partition partition, BitSet blocks) {
        List<String> in = blocks.stream().boxed().flatMap(block -> partition.members(block).stream()).toList();
        List<String> out = question.answers().stream().filter(answer -> !in.contains(answer)).toList();
        if (out.size() == 1 && in.size() > 1) {
            return question.id() + " != \"" + out.getFirst() + "\"";
        }
        return in.size() == 1 ? question.id() + " = \"" + in.getFirst() + "\"" : question.id() + " in "
                + question.answers().stream().filter(in::contains).collect(Collectors.joining("\", \"", "(\"", "\")"));
    }

    /** Stretches that touch are written as one. */
    private static String number(Question question, Partition partition, BitSet blocks) {
        List<String> stretches = new ArrayList<>();
        int decimals = question.kind() == Question.Kind.MONEY ? 2 : 0;
        long min = question.min() * (decimals == 2 ? 100 : 1);
        long max = question.max() * (decimals == 2 ? 100 : 1);
        long from = Long.MIN_VALUE;
        List<Cuts.Piece> pieces = partition.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Cuts.Piece piece = pieces.get(i);
            boolean in = in(partition, blocks, piece, decimals);
            from = in && from == Long.MIN_VALUE ? piece.from() : from;
            boolean ends = in && (i + 1 == pieces.size() || !in(partition, blocks, pieces.get(i + 1), decimals));
            if (ends) {
                stretches.add(stretch(question.id(), from, piece.to(), min, max, decimals));
                from = Long.MIN_VALUE;
            }
        }
        return String.join(" or ", stretches);
    }

    private static boolean in(Partition partition, BitSet blocks, Cuts.Piece piece, int decimals) {
        return blocks.get(partition.block(Answer.of(BigDecimal.valueOf(piece.from(), decimals)), Dates.REFERENCE));
    }

    private static String stretch(String id, long from, long to, long min, long max, int decimals) {
        String low = Answer.of(BigDecimal.valueOf(from, decimals)).toString();
        String high = Answer.of(BigDecimal.valueOf(to, decimals)).toString();
        if (from == to) {
            return id + " = " + low;
        }
        if (to == max) {
            return id + " >= " + low;
        }
        return from == min ? id + " <= " + high : id + " in [" + low + ".." + high + "]";
    }

    /** A comparison that is negated would be met where the question is not asked, too. */
    private static String ifAsked(Question question, Partition partition, BitSet blocks) {
        if (blocks.cardinality() == partition.blocks().size()) {
            return question.id() + " is asked";
        }
        String compared = compared(Map.of(question.id(), question.type()), partition, blocks);
        if (!compared.contains("not(")) {
            return compared;
        }
        return question.id() + " is asked and " + (compared.contains(" or ") ? "(" + compared + ")" : compared);
    }

    /** Each block by the comparisons that it needs to be told from those that are not meant. */
    private static String compared(Map<String, Type> types, Partition partition, BitSet blocks) {
        for (Atom atom : partition.atoms()) {
            BitSet where = partition.where(atom);
            if (where.equals(blocks)) {
                return Written.of(atom, types);
            }
            where.flip(0, partition.blocks().size());
            if (where.equals(blocks)) {
                return "not(" + Written.of(atom, types) + ")";
            }
        }
        List<String> each = new ArrayList<>();
        BitSet untold = (BitSet) blocks.clone();
        while (!untold.isEmpty()) {
            each.add(block(types, partition, blocks, untold));
        }
        return String.join(" or ", each);
    }

    /** Comparisons that hold of the first untold block and of none that is not meant; takes what they tell from `untold`. */
    private static String block(Map<String, Type> types, Partition partition, BitSet blocks, BitSet untold) {
        int first = untold.nextSetBit(0);
        List<Atom> atoms = new ArrayList<>(partition.atoms());
        for (Atom atom : partition.atoms()) {
            List<Atom> fewer = atoms.stream().filter(other -> !other.equals(atom)).toList();
            BitSet wider = alike(partition, fewer, first);
            wider.andNot(blocks);
            if (wider.isEmpty()) {
                atoms.remove(atom);
            }
        }
        untold.andNot(alike(partition, atoms, first));
        return atoms.stream().map(atom -> partition.where(atom).get(first) ? Written.of(atom, types) : "not(" + Written.of(atom, types) + ")")
                .collect(Collectors.joining(" and "));
    }

    /** The blocks of which these comparisons hold as they do of one. */
    private static BitSet alike(Partition partition, List<Atom> atoms, int block) {
        BitSet alike = new BitSet();
        alike.set(0, partition.blocks().size());
        for (Atom atom : atoms) {
            BitSet where = partition.where(atom);
            if (where.get(block)) {
                alike.and(where);
            } else {
                alike.andNot(where);
            }
        }
        return alike;
    }

    @Override
    public String toString() {
        return text;
    }
}
