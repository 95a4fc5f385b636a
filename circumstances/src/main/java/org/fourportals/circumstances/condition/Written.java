package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a parsed condition down again as an editor could have written it. */
public final class Written {

    private static final String THING = "one";

    private Written() {}

    /** The condition over names of these types. */
    public static String of(Expr expr, Map<String, Type> types) {
        return of(expr, "", types);
    }

    private static String of(Expr expr, String owner, Map<String, Type> types) {
        return switch (expr) {
            case Expr.Always(boolean met) -> String.valueOf(met);
            case Expr.And(List<Expr> parts) -> joined(parts, " and ", owner, types);
            case Expr.Or(List<Expr> parts) -> joined(parts, " or ", owner, types);
            case Expr.Not(Expr part) -> "not(" + of(part, owner, types) + ")";
            case Expr.Sum(var coefficients, List<Interval> intervals) -> any(coefficients.entrySet().stream()
                    .map(Written::term).collect(Collectors.joining(" + ")), intervals, false);
            case Atom.Flag(String name, boolean expected) -> owner + name + (expected ? "" : " = false");
            case Atom.Among among -> among(among, owner);
            case Atom.Contains(String name, String value) -> owner + name + " contains " + quoted(value);
            case Atom.Within(String name, Measure measure, List<Interval> intervals) ->
                    any(measured(owner + name, measure), intervals,
                            measure == Measure.VALUE && types.get(name) instanceof Type.Date);
            case Atom.Quantified(String name, boolean every, Expr body) -> "(" + (every ? "every " : "some ") + THING + " in "
                    + name + " satisfies " + of(body, THING + ".", types.get(name) instanceof Type.Repeated(var fields) ? fields : types) + ")";
        };
    }

    private static String joined(List<Expr> parts, String by, String owner, Map<String, Type> types) {
        return parts.stream().map(part -> part instanceof Expr.And || part instanceof Expr.Or
                ? "(" + of(part, owner, types) + ")" : of(part, owner, types)).collect(Collectors.joining(by));
    }

    private static String term(Map.Entry<String, BigDecimal> term) {
        return term.getValue().compareTo(BigDecimal.ONE) == 0 ? term.getKey()
                : term.getValue().stripTrailingZeros().toPlainString() + " * " + term.getKey();
    }

    private static String among(Atom.Among among, String owner) {
        List<String> values = among.values().stream().sorted().map(Written::quoted).toList();
        if (values.size() == 1) {
            return owner + among.name() + (among.among() ? " = " : " != ") + values.getFirst();
        }
        return among.among() ? owner + among.name() + " in (" + String.join(", ", values) + ")"
                : values.stream().map(value -> owner + among.name() + " != " + value).collect(Collectors.joining(" and ", "(", ")"));
    }

    private static String measured(String name, Measure measure) {
        return switch (measure) {
            case VALUE -> name;
            case YEARS_SINCE -> "years since(" + name + ")";
            case DAYS_SINCE -> "days since(" + name + ")";
            case COUNT -> "count(" + name + ")";
        };
    }

    private static String any(String what, List<Interval> intervals, boolean days) {
        if (intervals.isEmpty()) {
            return "false";
        }
        String each = intervals.stream().map(interval -> in(what, interval, days)).collect(Collectors.joining(" or "));
        return intervals.size() == 1 ? each : "(" + each + ")";
    }

    private static String in(String what, Interval interval, boolean days) {
        BigDecimal low = interval.low();
        BigDecimal high = interval.high();
        if (low != null && high != null) {
            return low.compareTo(high) == 0 ? what + " = " + value(low, days) : what + " in "
                    + (interval.lowIncluded() ? "[" : "(") + value(low, days) + ".." + value(high, days)
                    + (interval.highIncluded() ? "]" : ")");
        }
        if (low != null) {
            return what + (interval.lowIncluded() ? " >= " : " > ") + value(low, days);
        }
        return high == null ? "true" : what + (interval.highIncluded() ? " <= " : " < ") + value(high, days);
    }

    private static String value(BigDecimal value, boolean day) {
        return day ? "date(\"" + LocalDate.ofEpochDay(value.longValueExact()) + "\")" : value.stripTrailingZeros().toPlainString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
