package org.fourportals.circumstances;

import java.util.List;
import java.util.Map;
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
            case Atom atom -> {
                int question = positions.get(atom.name());
                yield formulas.literal(question, partitions.get(question).where(atom));
            }
        };
    }

    /** Met where one of the formulas is. */
    int any(List<Integer> of) {
        return formulas.or(of.stream().mapToInt(Integer::intValue).toArray());
    }
}
