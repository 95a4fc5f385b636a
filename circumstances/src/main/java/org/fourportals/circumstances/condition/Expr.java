package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The parsed form of a condition: comparisons joined by and, or, not. */
public sealed interface Expr permits Expr.Always, Expr.And, Expr.Or, Expr.Not, Expr.Sum, Atom {

    /** Always met, or never. */
    record Always(boolean met) implements Expr {}

    /** All must be met. */
    record And(List<Expr> parts) implements Expr {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One must be met. */
    record Or(List<Expr> parts) implements Expr {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Must not be met. */
    record Not(Expr part) implements Expr {}

    /** The numbers of several names, each multiplied, add up to one that lies in an interval; not met if one is not applicable. */
    record Sum(SortedMap<String, BigDecimal> coefficients, List<Interval> intervals) implements Expr {
        public Sum {
            SortedMap<String, BigDecimal> sorted = new TreeMap<>(coefficients);
            coefficients = Collections.unmodifiableSortedMap(sorted);
            intervals = List.copyOf(intervals);
        }

        /** Whether a sum lies in one of the intervals. */
        public boolean contains(BigDecimal sum) {
            return intervals.stream().anyMatch(interval -> interval.contains(sum));
        }
    }

    /** Shows every sum of several names within to the visitor. */
    default void sums(Consumer<Sum> visitor) {
        switch (this) {
            case And(List<Expr> parts) -> parts.forEach(part -> part.sums(visitor));
            case Or(List<Expr> parts) -> parts.forEach(part -> part.sums(visitor));
            case Not(Expr part) -> part.sums(visitor);
            case Sum sum -> visitor.accept(sum);
            case Always _, Atom _ -> { }
        }
    }

    /** Shows every comparison of one name within to the visitor. */
    default void atoms(Consumer<Atom> visitor) {
        switch (this) {
            case Always _, Sum _ -> { }
            case And(List<Expr> parts) -> parts.forEach(part -> part.atoms(visitor));
            case Or(List<Expr> parts) -> parts.forEach(part -> part.atoms(visitor));
            case Not(Expr part) -> part.atoms(visitor);
            case Atom atom -> visitor.accept(atom);
        }
    }

    /** Kleene's three-valued logic, with reasons. */
    default Truth evaluate(Values values, LocalDate today) {
        return switch (this) {
            case Always(boolean met) -> met ? new Truth.Met(Set.of()) : new Truth.NotMet(Set.of());
            case And(List<Expr> parts) -> all(parts, values, today, true);
            case Or(List<Expr> parts) -> negate(all(parts, values, today, false));
            case Not(Expr part) -> negate(part.evaluate(values, today));
            case Sum sum -> test(sum, values);
            case Atom atom -> test(atom, values, today);
        };
    }

    /** All parts met, or, where not positive, all parts not met. */
    private static Truth all(List<Expr> parts, Values values, LocalDate today, boolean positive) {
        Set<String> because = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Expr part : parts) {
            Truth truth = part.evaluate(values, today);
            switch (positive ? truth : negate(truth)) {
                case Truth.NotMet notMet -> { return notMet; }
                case Truth.Met(Set<String> reasons) -> because.addAll(reasons);
                case Truth.Unknown(Set<String> names) -> missing.addAll(names);
            }
        }
        return missing.isEmpty() ? new Truth.Met(because) : new Truth.Unknown(missing);
    }

    private static Truth negate(Truth truth) {
        return switch (truth) {
            case Truth.Met(Set<String> because) -> new Truth.NotMet(because);
            case Truth.NotMet(Set<String> because) -> new Truth.Met(because);
            case Truth.Unknown unknown -> unknown;
        };
    }

    private static Truth test(Sum sum, Values values) {
        BigDecimal total = BigDecimal.ZERO;
        Set<String> missing = new LinkedHashSet<>();
        for (Map.Entry<String, BigDecimal> part : sum.coefficients.entrySet()) {
            switch (values.answer(part.getKey())) {
                case Answer.NotApplicable _ -> { return new Truth.NotMet(Set.of(part.getKey())); }
                case Answer.Number(BigDecimal value) -> total = total.add(part.getValue().multiply(value));
                case null, default -> missing.add(part.getKey());
            }
        }
        if (!missing.isEmpty()) {
            return new Truth.Unknown(missing);
        }
        Set<String> because = sum.coefficients.keySet();
        return sum.contains(total) ? new Truth.Met(because) : new Truth.NotMet(because);
    }

    private static Truth test(Atom atom, Values values, LocalDate today) {
        Answer answer = values.answer(atom.name());
        Boolean holds = answer == null ? null : atom.holds(answer, today);
        Set<String> name = Set.of(atom.name());
        if (holds == null) {
            return new Truth.Unknown(name);
        }
        return holds ? new Truth.Met(name) : new Truth.NotMet(name);
    }
}
