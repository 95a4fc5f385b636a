package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.diagram.Formulas;

/** Turns written conditions into formulas over the blocks of their questions' answers. */
record Translation(Formulas formulas, Map<String, Integer> positions, List<Partition> partitions) {

    /** For questions in this order, with a table of formulas of its own. */
    Translation(Map<String, Integer> positions, List<Partition> partitions) {
        this(new Formulas(partitions.stream().mapToInt(partition -> partition.blocks().size()).toArray()),
                positions, partitions);
    }

    int formula(Expr expr) {
        return switch (expr) {
            case Expr.Always(boolean met) -> met ? Formulas.TRUE : Formulas.FALSE;
            case Expr.And(List<Expr> parts) -> formulas.and(parts.stream().mapToInt(this::formula).toArray());
            case Expr.Or(List<Expr> parts) -> formulas.or(parts.stream().mapToInt(this::formula).toArray());
            case Expr.Not(Expr part) -> formulas.not(formula(part));
            case Expr.Sum sum -> sum(sum, sum.coefficients().keySet().stream().map(positions::get).sorted().toList(),
                    0, BigDecimal.ZERO);
            case Atom atom -> {
                int question = positions.get(atom.name());
                yield formulas.literal(question, partitions.get(question).where(atom));
            }
        };
    }

    /** Met where the sum so far and the answers to the questions from the numbered one on make a sum that is wanted. */
    private int sum(Expr.Sum sum, List<Integer> questions, int at, BigDecimal soFar) {
        if (at == questions.size()) {
            return sum.contains(soFar) ? Formulas.TRUE : Formulas.FALSE;
        }
        Partition partition = partitions.get(questions.get(at));
        Map<Integer, BitSet> blocks = new LinkedHashMap<>();
        List<Partition.Block> all = partition.blocks();
        for (int block = 0; block < all.size(); block++) {
            BigDecimal value = ((Answer.Number) all.get(block).example()).value();
            BigDecimal more = soFar.add(sum.coefficients().get(partition.question()).multiply(value));
            blocks.computeIfAbsent(sum(sum, questions, at + 1, more), _ -> new BitSet()).set(block);
        }
        return formulas.or(blocks.entrySet().stream().mapToInt(rest ->
                formulas.and(formulas.literal(questions.get(at), rest.getValue()), rest.getKey())).toArray());
    }

    /** Met where one of the formulas is. */
    int any(List<Integer> of) {
        return formulas.or(of.stream().mapToInt(Integer::intValue).toArray());
    }
}
