package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.terms.Column;
import org.jspecify.annotations.Nullable;

/**
 * Writes conditions in full FEEL. Where a question is not asked its value is null; since a comparison with null is
 * neither met nor not met in FEEL, every comparison is written so that it is not met then.
 */
final class Feel {

    private static final Set<String> TAKEN = Set.of("for", "return", "if", "then", "else", "some", "every", "satisfies",
            "instance", "of", "function", "external", "between", "null", "or", "and", "true", "false", "in", "not", "date",
            "time", "duration", "list", "count", "distinct", "values", "contains", "item", "one", "partial", "range", "context");

    private final Names names;
    private final Set<String> used = new HashSet<>();
    private @Nullable String item;

    Feel(Names names) {
        this.names = names;
    }

    /** The names that what was written so far speaks of. */
    Set<String> used() {
        return new TreeSet<>(used);
    }

    /** Whether a tool may take the word for part of the language. */
    static boolean isTaken(String word) {
        return TAKEN.contains(word);
    }

    /** A text in quotes. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }

    /** An expression that is true where the condition is met, and false elsewhere, never null. */
    String expression(Expr expr) {
        return switch (expr) {
            case Expr.Always(boolean met) -> String.valueOf(met);
            case Expr.And(List<Expr> parts) -> joined(parts, " and ");
            case Expr.Or(List<Expr> parts) -> joined(parts, " or ");
            case Expr.Not(Expr part) -> "not(" + expression(part) + ")";
            case Expr.Sum sum -> sum(sum);
            case Atom atom -> comparison(atom);
        };
    }

    private String sum(Expr.Sum sum) {
        List<String> known = new ArrayList<>();
        List<String> added = new ArrayList<>();
        sum.coefficients().forEach((name, coefficient) -> {
            String value = named(name, Measure.VALUE);
            known.add(value + " != null");
            added.add("(" + plain(coefficient) + ") * " + value);
        });
        String total = "(" + String.join(" + ", added) + ")";
        return "(" + String.join(" and ", known) + " and (" + sum.intervals().stream()
                .map(interval -> within(total, interval, false)).collect(Collectors.joining(" or ")) + "))";
    }

    /** The value of a name: of a question, or, within `some … satisfies`, of a field. */
    private String named(String name, Measure measure) {
        if (item == null) {
            String value = names.value(name, measure);
            used.add(value);
            return value;
        }
        String field = item + "." + name;
        if (measure != Measure.VALUE) {
            used.add(names.today());
        }
        return measure == Measure.VALUE ? field : "(" + since(measure, field, names.today()) + ")";
    }

    /** Full years and days as the catalogue counts them, also for days to come, and counts; see {@link Measure}. */
    static String since(Measure measure, String of, String today) {
        return "if " + of + " = null then null else " + switch (measure) {
            case VALUE -> of;
            case COUNT -> "count(" + of + ")";
            case DAYS_SINCE -> "(" + today + " - " + of + ").days";
            case YEARS_SINCE -> ("%1$s.year - %2$s.year - (if %1$s.month < %2$s.month"
                    + " or (%1$s.month = %2$s.month and %1$s.day < %2$s.day) then 1 else 0)").formatted(today, of);
        };
    }

    /** Whether some or every one of repeated things meets a condition; the value must not be null. */
    String said(String value, Atom.Quantified said) {
        item = "one";
        String body = expression(said.body());
        item = null;
        return "(" + (said.every() ? "every" : "some") + " one in " + value + " satisfies " + body + ")";
    }

    private String joined(List<Expr> parts, String by) {
        return parts.stream().map(this::expression).collect(Collectors.joining(by, "(", ")"));
    }

    private String comparison(Atom atom) {
        Measure measure = atom instanceof Atom.Within within ? within.measure() : Measure.VALUE;
        String value = named(atom.name(), measure);
        return switch (atom) {
            case Atom.Flag flag -> "(" + value + " = " + flag.expected() + ")";
            case Atom.Contains contains -> "(" + value + " != null and " + contained(value, contains.value()) + ")";
            case Atom.Among among -> "(" + (among.among() ? "" : value + " != null and ") + new TreeSet<>(among.values()).stream()
                    .map(one -> value + (among.among() ? " = " : " != ") + quoted(one))
                    .collect(Collectors.joining(among.among() ? " or " : " and ")) + ")";
            case Atom.Quantified said -> "(" + value + " != null and " + said(value, said) + ")";
            case Atom.Within within -> "(" + value + " != null and (" + within.intervals().stream()
                    .map(interval -> within(value, interval, isDay(within))).collect(Collectors.joining(" or ")) + "))";
        };
    }

    /** Whether several answers contain one. */
    static String contained(String value, String answer) {
        return "list contains(" + value + ", " + quoted(answer) + ")";
    }

    /** Whether what is compared is a day itself: only days have bounds that a field's type cannot tell here. */
    private boolean isDay(Atom.Within within) {
        return within.measure() == Measure.VALUE && (item == null ? names.isDay(names.value(within.name(), Measure.VALUE))
                : names.isDayField(within.name()));
    }

    private static String within(String value, Interval interval, boolean day) {
        List<String> bounds = new ArrayList<>();
        if (interval.low() != null) {
            bounds.add(value + (interval.lowIncluded() ? " >= " : " > ") + number(interval.low(), day));
        }
        if (interval.high() != null) {
            bounds.add(value + (interval.highIncluded() ? " <= " : " < ") + number(interval.high(), day));
        }
        return bounds.isEmpty() ? "true" : "(" + String.join(" and ", bounds) + ")";
    }

    private static String number(BigDecimal number, boolean day) {
        return day ? "date(\"" + LocalDate.ofEpochDay(number.longValueExact()) + "\")" : plain(number);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The test of a table's cell: the value is in one of the classes. */
    static String test(Column column, BitSet classes, boolean day) {
        List<String> tests = new ArrayList<>();
        boolean any = classes.nextClearBit(0) >= column.classes();
        switch (column) {
            case Column.Flag _, Column.Part _, Column.Said _ -> {
                for (int i = classes.nextSetBit(0); i >= 0 && i < 2; i = classes.nextSetBit(i + 1)) {
                    tests.add(i == 0 ? "true" : "false");
                }
            }
            case Column.Choice(_, List<String> values) -> {
                for (int i = classes.nextSetBit(0); i >= 0 && i < values.size(); i = classes.nextSetBit(i + 1)) {
                    tests.add(quoted(values.get(i)));
                }
            }
            case Column.Stretches stretches when !any -> stretches(tests, stretches, classes, day);
            case Column.Stretches _ -> tests.add("not(null)");
        }
        if (classes.get(column.classes())) {
            tests.add("null");
        }
        return String.join(", ", tests);
    }

    private static void stretches(List<String> tests, Column.Stretches column, BitSet classes, boolean day) {
        int from = classes.nextSetBit(0);
        while (from >= 0 && from < column.classes()) {
            int after = Math.min(classes.nextClearBit(from), column.classes());
            BigDecimal low = from == 0 ? null : BigDecimal.valueOf(column.first(from), column.decimals());
            BigDecimal high = after == column.classes() ? null : BigDecimal.valueOf(column.first(after) - 1, column.decimals());
            if (low == null) {
                tests.add("<= " + number(high, day));
            } else if (high == null) {
                tests.add(">= " + number(low, day));
            } else {
                tests.add(low.equals(high) ? number(low, day) : "[" + number(low, day) + ".." + number(high, day) + "]");
            }
            from = classes.nextSetBit(after);
        }
    }
}
