package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.condition.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The possible answers to one question, put together into blocks: two answers are in the same block if no comparison
 * tells them apart. Declared answers keep their number as the block's weight; numbers and dates count as one a block.
 */
final class Partition {

    /** One block: an answer in it, and how many answers it counts for. */
    record Block(Answer example, BigInteger weight) {}

    private static final int MOST_COMPARISONS = 2_500;
    private static final int MOST_CELLS = 100_000;

    private final Question question;
    private final List<Atom> atoms;
    private final List<Sums.Share> sums;
    private final SequencedMap<BitSet, Block> blocks = new LinkedHashMap<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final Map<Answer, Integer> direct = new HashMap<>();

    Partition(Question question, List<Atom> atoms, List<Sums.Share> sums) {
        this.question = question;
        this.atoms = List.copyOf(atoms);
        this.sums = List.copyOf(sums);
        follow(atoms.size() <= MOST_COMPARISONS);
        switch (question.kind()) {
            case YES_NO -> List.of(Answer.YES, Answer.NO).forEach(this::count);
            case CHOICE -> question.answers().forEach(id -> count(Answer.of(id)));
            case SEVERAL_OF -> countSubsets();
            case NUMBER, MONEY -> countNumbers();
            case DATE -> countDates();
            case REPEATED -> blocks.putAll(new RepeatedClasses(question, atoms).classes());
        }
        blocks.keySet().forEach(signature -> numbers.put(signature, numbers.size()));
        if (!direct.isEmpty()) {
            direct.replaceAll((answer, _) -> numbers.get(signature(answer, Dates.REFERENCE)));
        }
    }

    /** The id of the question. */
    String question() {
        return question.id();
    }

    List<Block> blocks() {
        return List.copyOf(blocks.values());
    }

    /** The comparisons that are told apart. */
    List<Atom> atoms() {
        return atoms;
    }

    /** The stretches of numbers of which each lies in one block; amounts count in hundredths. */
    List<Cuts.Piece> pieces() {
        long unit = decimals() == 2 ? 100 : 1;
        return sums.isEmpty() ? new Cuts(question.min() * unit, question.max() * unit, decimals()).cut(atoms, Measure.VALUE).pieces()
                : Sums.values(question).stream().map(value -> value.movePointRight(decimals()).longValueExact())
                        .map(value -> new Cuts.Piece(value, value)).toList();
    }

    BigInteger[] weights() {
        return blocks.values().stream().map(Block::weight).toArray(BigInteger[]::new);
    }

    /** The blocks whose answers meet the comparison. */
    BitSet where(Atom atom) {
        BitSet where = new BitSet();
        int at = atoms.indexOf(atom);
        numbers.forEach((signature, number) -> where.set(number, signature.get(at)));
        return where;
    }

    /** As {@link #where}, but empty if no condition makes the comparison. */
    BitSet whereIfCompared(Atom atom) {
        return atoms.contains(atom) ? where(atom) : new BitSet();
    }

    /** The block of an answer, -1 if the question does not admit it. */
    int block(@Nullable Answer answer, LocalDate today) {
        if (answer == null) {
            return -1;
        }
        Integer number = direct.get(answer);
        if (number != null) {
            return number;
        }
        boolean decided = fault(answer) == null && (question.kind() != Question.Kind.REPEATED
                || atoms.stream().allMatch(atom -> atom.holds(answer, today) != null));
        return decided ? numbers.getOrDefault(signature(answer, today), -1) : -1;
    }

    /** Why the question does not admit the answer; null if it does. */
    @Nullable String fault(Answer answer) {
        return switch (question.kind()) {
            case YES_NO -> answer instanceof Answer.YesNo ? null : "needs yes or no";
            case CHOICE -> answer instanceof Answer.OneOf(String value) && question.answers().contains(value)
                    ? null : "needs one of " + String.join(", ", question.answers());
            case SEVERAL_OF -> answer instanceof Answer.Several several && question.answers().containsAll(several.values())
                    ? null : "needs some of " + String.join(", ", question.answers());
            case NUMBER, MONEY -> answer instanceof Answer.Number(BigDecimal value) ? numberFault(value) : "needs a number";
            case REPEATED -> answer instanceof Answer.Items(List<Map<String, Answer>> items)
                    ? itemsFault(items) : "needs a list of things";
            case DATE -> answer instanceof Answer.Date(LocalDate day) && Dates.plausible(day) ? null : "needs a date";
        };
    }

    private @Nullable String numberFault(BigDecimal value) {
        if (value.compareTo(BigDecimal.valueOf(question.min())) < 0 || value.compareTo(BigDecimal.valueOf(question.max())) > 0) {
            return "needs a number from " + question.min() + " to " + question.max();
        }
        if (value.scale() > decimals()) {
            return decimals() == 0 ? "needs a whole number" : "needs an amount with at most two decimals";
        }
        return null;
    }

    private @Nullable String itemsFault(List<Map<String, Answer>> items) {
        if (items.size() > question.max()) {
            return "needs at most " + question.max();
        }
        Map<String, Partition> fields = new HashMap<>();
        question.fields().forEach(field -> fields.put(field.id(), new Partition(field, List.of(), List.of())));
        for (Map<String, Answer> item : items) {
            for (Map.Entry<String, Answer> one : item.entrySet()) {
                Partition field = fields.get(one.getKey());
                String fault = field == null ? "is not asked" : field.fault(one.getValue());
                if (fault != null) {
                    return one.getKey() + " " + fault;
                }
            }
        }
        return null;
    }

    private int decimals() {
        return question.kind() == Question.Kind.MONEY ? 2 : 0;
    }

    private BitSet signature(Answer answer, LocalDate today) {
        BitSet signature = new BitSet();
        for (int i = 0; i < atoms.size(); i++) {
            signature.set(i, Boolean.TRUE.equals(atoms.get(i).holds(answer, today)));
        }
        int at = atoms.size();
        for (Sums.Share sum : sums) {
            BitSet completing = sum.completing(((Answer.Number) answer).value());
            for (int i = completing.nextSetBit(0); i >= 0; i = completing.nextSetBit(i + 1)) {
                signature.set(at + i);
            }
            at += sum.others().size();
        }
        return signature;
    }

    private void count(Answer answer) {
        direct.put(answer, -1);
        add(signature(answer, Dates.REFERENCE), answer, BigInteger.ONE);
    }

    private void add(BitSet signature, Answer answer, BigInteger weight) {
        blocks.merge(signature, new Block(answer, weight),
                (block, more) -> new Block(block.example, block.weight.add(more.weight)));
    }

    /** Only the answers that some comparison names are told apart; each of the others doubles the weight. */
    private void countSubsets() {
        List<String> named = question.answers().stream()
                .filter(id -> atoms.contains(new Atom.Contains(question.id(), id))).toList();
        BigInteger weight = BigInteger.TWO.pow(question.answers().size() - named.size());
        for (int subset = 0; subset < 1 << named.size(); subset++) {
            TreeSet<String> chosen = new TreeSet<>();
            for (int i = 0; i < named.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    chosen.add(named.get(i));
                }
            }
            Answer answer = new Answer.Several(chosen);
            add(signature(answer, Dates.REFERENCE), answer, weight);
        }
    }

    private void countNumbers() {
        if (!sums.isEmpty()) {
            for (BigDecimal value : Sums.values(question)) {
                Answer answer = Answer.of(value);
                direct.put(answer, -1);
                blocks.putIfAbsent(signature(answer, Dates.REFERENCE), new Block(answer, BigInteger.ONE));
            }
            return;
        }
        long unit = decimals() == 2 ? 100 : 1;
        Cuts cuts = new Cuts(question.min() * unit, question.max() * unit, decimals()).cut(atoms, Measure.VALUE);
        for (Cuts.Piece piece : cuts.pieces()) {
            Answer answer = Answer.of(BigDecimal.valueOf(piece.from(), decimals()));
            blocks.putIfAbsent(signature(answer, Dates.REFERENCE), new Block(answer, BigInteger.ONE));
        }
    }

    private void follow(boolean followed) {
        if (!followed) {
            throw new CannotFollow(new Problem(Problem.Kind.TOO_LARGE, question.place(), "Conditions compare " + this
                    + " in so many ways that the answers cannot be put into classes.",
                    "Use fewer limits, or the same ones everywhere.", null));
        }
    }

    private void countDates() {
        follow(Dates.most(atoms) <= MOST_CELLS);
        for (Dates.Cell cell : Dates.cells(atoms)) {
            BitSet signature = new BitSet();
            for (int i = 0; i < atoms.size(); i++) {
                signature.set(i, cell.meets((Atom.Within) atoms.get(i)));
            }
            blocks.putIfAbsent(signature, new Block(Answer.of(Dates.REFERENCE), BigInteger.ONE));
        }
        for (LocalDate day : Dates.examples(atoms)) {
            Answer answer = Answer.of(day);
            blocks.computeIfPresent(signature(answer, Dates.REFERENCE), (_, block) -> new Block(answer, block.weight));
        }
    }

    /** How an editor reads the question in a message. */
    @Override
    public String toString() {
        return "“" + Wording.brief(question.id()) + "”";
    }

    /** The ids of the answers that nothing tells apart from this block's, for a question with declared answers. */
    List<String> members(int block) {
        List<String> members = new ArrayList<>();
        direct.forEach((answer, number) -> {
            if (number == block) {
                members.add(answer.toString());
            }
        });
        return members.stream().sorted().toList();
    }
}
