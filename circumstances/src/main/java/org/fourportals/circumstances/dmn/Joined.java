package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.condition.Place;
import org.jspecify.annotations.Nullable;

/** Joins conditions and keeps them short: what is always or never met disappears, comparisons of one name become one. */
final class Joined {

    static final Expr ALWAYS = new Expr.Always(true);
    static final Expr NEVER = new Expr.Always(false);

    private static final int MOST_PARTS = 1_000;

    private Joined() {}

    static Expr and(List<Expr> parts) {
        Set<Expr> kept = new LinkedHashSet<>();
        for (Expr part : parts) {
            if (part.equals(NEVER)) {
                return NEVER;
            }
            if (part instanceof Expr.And(List<Expr> inner)) {
                kept.addAll(inner);
            } else if (!part.equals(ALWAYS)) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? ALWAYS : kept.size() == 1 ? kept.iterator().next() : new Expr.And(List.copyOf(kept));
    }

    static Expr and(Expr... parts) {
        return and(List.of(parts));
    }

    static Expr or(List<Expr> parts) {
        Map<Object, Expr> kept = new LinkedHashMap<>();
        for (Expr part : parts) {
            for (Expr one : part instanceof Expr.Or(List<Expr> inner) ? inner : List.of(part)) {
                if (one.equals(ALWAYS)) {
                    return ALWAYS;
                }
                if (!one.equals(NEVER)) {
                    kept.merge(subject(one), one, Joined::either);
                }
            }
        }
        List<Expr> all = List.copyOf(kept.values());
        return all.isEmpty() ? NEVER : all.size() == 1 ? all.getFirst() : new Expr.Or(all);
    }

    static Expr or(Expr... parts) {
        return or(List.of(parts));
    }

    /** Comparisons with the same subject can be made one. */
    private static Object subject(Expr one) {
        return switch (one) {
            case Atom.Among(String name, _, boolean among) when among -> List.of("among", name);
            case Atom.Within(String name, Measure measure, _) -> List.of(measure, name);
            default -> one;
        };
    }

    private static Expr either(Expr one, Expr other) {
        if (one instanceof Atom.Among a && other instanceof Atom.Among b && a.among()) {
            Set<String> values = new LinkedHashSet<>(a.values());
            values.addAll(b.values());
            return new Atom.Among(a.name(), values, true);
        }
        if (one instanceof Atom.Within a && other instanceof Atom.Within b) {
            Set<Interval> intervals = new LinkedHashSet<>(a.intervals());
            intervals.addAll(b.intervals());
            return new Atom.Within(a.name(), a.measure(), List.copyOf(intervals));
        }
        return one;
    }

    static Expr not(Expr part) {
        return switch (part) {
            case Expr.Always(boolean met) -> met ? NEVER : ALWAYS;
            case Expr.Not(Expr inner) -> inner;
            default -> new Expr.Not(part);
        };
    }

    /** The condition itself; {@link CannotRead} if it is made of more comparisons than anybody could read. */
    static Expr readable(Expr expr, Place place) {
        Deque<Expr> waiting = new ArrayDeque<>(List.of(expr));
        int count = 0;
        while (!waiting.isEmpty()) {
            if (++count > MOST_PARTS) {
                throw new CannotRead(Problem.Kind.TOO_LARGE, place, "What is decided here comes to more than " + MOST_PARTS
                        + " comparisons.", "Let fewer decisions build on each other.");
            }
            switch (waiting.pop()) {
                case Expr.And(List<Expr> parts) -> waiting.addAll(parts);
                case Expr.Or(List<Expr> parts) -> waiting.addAll(parts);
                case Expr.Not(Expr part) -> waiting.add(part);
                case Expr.Always _, Expr.Sum _, Atom _ -> { }
            }
        }
        return expr;
    }

    /** Whether the condition can be met only where the question is asked. */
    static boolean needs(Expr expr, String question) {
        return switch (expr) {
            case Expr.Always(boolean met) -> !met;
            case Expr.And(List<Expr> parts) -> parts.stream().anyMatch(part -> needs(part, question));
            case Expr.Or(List<Expr> parts) -> parts.stream().allMatch(part -> needs(part, question));
            case Expr.Not _ -> false;
            case Expr.Sum sum -> sum.coefficients().containsKey(question);
            case Atom atom -> atom.name().equals(question);
        };
    }

    /** What lies in none of the intervals. */
    static List<Interval> outside(List<Interval> intervals) {
        List<Interval> rest = List.of(new Interval(null, false, null, false));
        for (Interval hole : intervals) {
            List<Interval> less = new ArrayList<>();
            for (Interval one : rest) {
                if (hole.low() != null) {
                    add(less, one.low(), one.lowIncluded(), least(one, hole.low(), !hole.lowIncluded()));
                }
                if (hole.high() != null) {
                    Interval above = greatest(one, hole.high(), !hole.highIncluded());
                    add(less, above.low(), above.lowIncluded(), above);
                }
            }
            rest = less;
        }
        return rest;
    }

    private static void add(List<Interval> to, @Nullable BigDecimal low, boolean lowIncluded, Interval bounded) {
        BigDecimal high = bounded.high();
        int order = low == null || high == null ? -1 : low.compareTo(high);
        if (order < 0 || order == 0 && lowIncluded && bounded.highIncluded()) {
            to.add(new Interval(low, lowIncluded, high, bounded.highIncluded()));
        }
    }

    private static Interval least(Interval of, BigDecimal high, boolean included) {
        BigDecimal own = of.high();
        boolean keeps = own != null && (own.compareTo(high) < 0 || own.compareTo(high) == 0 && !of.highIncluded());
        return new Interval(of.low(), of.lowIncluded(), keeps ? own : high, keeps ? of.highIncluded() : included);
    }

    private static Interval greatest(Interval of, BigDecimal low, boolean included) {
        BigDecimal own = of.low();
        boolean keeps = own != null && (own.compareTo(low) > 0 || own.compareTo(low) == 0 && !of.lowIncluded());
        return new Interval(keeps ? own : low, keeps ? of.lowIncluded() : included, of.high(), of.highIncluded());
    }

    /** Comparison of a number with a bound. */
    static List<Interval> intervals(String sign, BigDecimal bound) {
        return switch (sign) {
            case "=" -> List.of(new Interval(bound, true, bound, true));
            case "!=" -> List.of(new Interval(null, false, bound, false), new Interval(bound, false, null, false));
            case "<", "<=" -> List.of(new Interval(null, false, bound, sign.length() == 2));
            case ">", ">=" -> List.of(new Interval(bound, sign.length() == 2, null, false));
            default -> throw new IllegalArgumentException(sign);
        };
    }

    static String flipped(String sign) {
        return switch (sign) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> sign;
        };
    }
}
