package org.fourportals.circumstances.terms;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Expr;

/** A condition tested on the classes of the columns, comparison by comparison. */
@FunctionalInterface
public interface ClassTest {

    /** Whether it is met, given the class of every column. */
    boolean met(int[] classes);

    /** The test of a condition of the affair to which the columns belong. */
    static ClassTest of(Condition condition, Columns columns) {
        return of(condition.expr(), columns);
    }

    /** The test of a parsed condition. */
    static ClassTest of(Expr expr, Columns columns) {
        return switch (expr) {
            case Expr.Always(boolean met) -> _ -> met;
            case Expr.And(List<Expr> parts) -> all(parts, columns, true);
            case Expr.Or(List<Expr> parts) -> all(parts, columns, false);
            case Expr.Not(Expr part) -> {
                ClassTest test = of(part, columns);
                yield classes -> !test.met(classes);
            }
            case Expr.Sum sum -> sum(sum, columns);
            case Atom atom -> {
                int column = columns.of(atom);
                BitSet where = columns.list().get(column).where(atom);
                long few = columns.list().get(column).classes() < Long.SIZE ? mask(where) : 0;
                yield few != 0 ? classes -> (few >>> classes[column] & 1) != 0 : classes -> where.get(classes[column]);
            }
        };
    }

    private static long mask(BitSet where) {
        return where.isEmpty() ? 0 : where.toLongArray()[0];
    }

    /** Whether all parts are met, or, where not `all`, whether one is. */
    private static ClassTest all(List<Expr> parts, Columns columns, boolean all) {
        ClassTest[] tests = parts.stream().map(part -> of(part, columns)).toArray(ClassTest[]::new);
        return classes -> {
            for (ClassTest test : tests) {
                if (test.met(classes) != all) {
                    return !all;
                }
            }
            return all;
        };
    }

    /** A sum of several numbers, tried beforehand for all combinations of them; not met where one is not asked. */
    private static ClassTest sum(Expr.Sum sum, Columns columns) {
        String[] names = sum.coefficients().keySet().toArray(String[]::new);
        int[] at = new int[names.length];
        Column.Stretches[] numbers = new Column.Stretches[names.length];
        for (int i = 0; i < names.length; i++) {
            at[i] = columns.ofSummed(names[i]);
            numbers[i] = (Column.Stretches) columns.list().get(at[i]);
        }
        BitSet wanted = new BitSet();
        collect(sum, names, numbers, 0, 0, BigDecimal.ZERO, wanted);
        return classes -> {
            int combination = 0;
            for (int i = 0; i < at.length; i++) {
                combination = combination * (numbers[i].classes() + 1) + classes[at[i]];
            }
            return wanted.get(combination);
        };
    }

    private static void collect(Expr.Sum sum, String[] names, Column.Stretches[] numbers, int i, int combination,
            BigDecimal soFar, BitSet wanted) {
        if (i == names.length) {
            wanted.set(combination, sum.contains(soFar));
            return;
        }
        for (int c = 1; c < numbers[i].classes(); c++) {
            BigDecimal value = BigDecimal.valueOf(numbers[i].first(c), numbers[i].decimals());
            collect(sum, names, numbers, i + 1, combination * (numbers[i].classes() + 1) + c,
                    soFar.add(sum.coefficients().get(names[i]).multiply(value)), wanted);
        }
    }
}
