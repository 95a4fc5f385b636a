package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Works out sums, products and shifted dates while a condition is read, so that what remains is a comparison that can be
 * followed exactly; what cannot be is a fault that says why and what to write instead. A year from 29 February ends on
 * 1 March where there is no 29th, as it does in {@link Measure#YEARS_SINCE}.
 */
final class Arithmetic {

    /** Bounds that are no finite decimals are kept to so many decimals; answers have fewer. */
    private static final int DECIMALS = 30;

    private final Checker checker;

    Arithmetic(Checker checker) {
        this.checker = checker;
    }

    Operand plus(Operand left, Operand right, boolean minus) {
        if (faulty(left) || faulty(right)) {
            return faulty(left) ? left : right;
        }
        if (right instanceof Operand.Span span && moment(left).isPresent()) {
            return moment(left).get().shifted(minus ? span.negated() : span);
        }
        if (left instanceof Operand.Span span && !minus && moment(right).isPresent()) {
            return moment(right).get().shifted(span);
        }
        if (right instanceof Operand.Span span && left instanceof Operand.Day(int column, var day) && span.years() == 0) {
            return new Operand.Day(column, day.plusDays(minus ? -span.days() : span.days()));
        }
        if (right instanceof Operand.Span || left instanceof Operand.Span
                || moment(left).isPresent() || moment(right).isPresent()) {
            return refused(left, "Only days or years can be added to a date or taken from it.",
                    "Write as in birthDate + 18 years <= today; for the time between two dates ask a question of its own.");
        }
        Optional<Operand.Linear> one = linear(left);
        Optional<Operand.Linear> other = linear(right);
        if (one.isEmpty() || other.isEmpty()) {
            return notANumber(one.isEmpty() ? left : right);
        }
        return sum(one.get(), minus ? scaled(other.get(), BigDecimal.ONE.negate()) : other.get());
    }

    Operand times(Operand left, Operand right) {
        if (faulty(left) || faulty(right)) {
            return faulty(left) ? left : right;
        }
        Optional<Operand.Linear> one = linear(left);
        Optional<Operand.Linear> other = linear(right);
        if (one.isEmpty() || other.isEmpty()) {
            return notANumber(one.isEmpty() ? left : right);
        }
        if (left instanceof Operand.Num(_, BigDecimal number)) {
            return folded(scaled(other.get(), number));
        }
        if (right instanceof Operand.Num(_, BigDecimal number)) {
            return folded(scaled(one.get(), number));
        }
        return refused(left, "Two answers are multiplied with each other, which cannot be followed exactly.",
                "Ask for the product as a question of its own.");
    }

    Operand divided(Operand left, Operand right) {
        if (faulty(left) || faulty(right)) {
            return faulty(left) ? left : right;
        }
        Optional<Operand.Linear> one = linear(left);
        if (one.isEmpty()) {
            return notANumber(left);
        }
        if (!(right instanceof Operand.Num(_, BigDecimal number)) || number.signum() == 0) {
            return refused(right, "It can only be divided by a number other than 0.",
                    "Multiply the other side instead, or ask for the quotient as a question of its own.");
        }
        Operand.Linear of = number.signum() < 0 ? scaled(one.get(), BigDecimal.ONE.negate()) : one.get();
        return new Operand.Linear(of.column(), of.coefficients(), of.constant(), of.divisor().multiply(number.abs()));
    }

    private static Operand sum(Operand.Linear one, Operand.Linear other) {
        TreeMap<String, BigDecimal> coefficients = new TreeMap<>();
        one.coefficients().forEach((name, k) -> coefficients.put(name, k.multiply(other.divisor())));
        other.coefficients().forEach((name, k) -> coefficients.merge(name, k.multiply(one.divisor()), BigDecimal::add));
        coefficients.values().removeIf(k -> k.signum() == 0);
        return folded(new Operand.Linear(one.column(), coefficients, one.constant().multiply(other.divisor())
                .add(other.constant().multiply(one.divisor())), one.divisor().multiply(other.divisor())));
    }

    /** Where no answer is left, the number itself. */
    private static Operand folded(Operand.Linear of) {
        return of.coefficients().isEmpty() && of.divisor().compareTo(BigDecimal.ONE) == 0
                ? new Operand.Num(of.column(), of.constant()) : of;
    }

    private static Operand.Linear scaled(Operand.Linear of, BigDecimal by) {
        TreeMap<String, BigDecimal> coefficients = new TreeMap<>();
        of.coefficients().forEach((name, k) -> coefficients.put(name, k.multiply(by)));
        coefficients.values().removeIf(k -> k.signum() == 0);
        return new Operand.Linear(of.column(), coefficients, of.constant().multiply(by), of.divisor());
    }

    /** The operand as a sum of numbers; empty if it is none. */
    static Optional<Operand.Linear> linear(Operand operand) {
        return switch (operand) {
            case Operand.Num(int column, BigDecimal value) ->
                    Optional.of(new Operand.Linear(column, Map.of(), value, BigDecimal.ONE));
            case Operand.Subject(int column, String name, Type.Number _, Measure measure, _) when measure == Measure.VALUE ->
                    Optional.of(new Operand.Linear(column, Map.of(name, BigDecimal.ONE), BigDecimal.ZERO, BigDecimal.ONE));
            case Operand.Linear linear -> Optional.of(linear);
            case Operand _ -> Optional.empty();
        };
    }

    /** The operand as a day that is today, or an answer, perhaps shifted; empty if it is none. */
    static Optional<Operand.Moment> moment(Operand operand) {
        return switch (operand) {
            case Operand.Today(int column) -> Optional.of(new Operand.Moment(column, null, 0, 0));
            case Operand.Subject(int column, String name, Type.Date _, Measure measure, _) when measure == Measure.VALUE ->
                    Optional.of(new Operand.Moment(column, name, 0, 0));
            case Operand.Moment moment -> Optional.of(moment);
            case Operand _ -> Optional.empty();
        };
    }

    /** A sum that lies in one of the intervals. */
    Expr within(Operand.Linear sum, List<Interval> intervals) {
        List<Interval> bounds = intervals.stream().map(i -> new Interval(
                i.low() == null ? null : i.low().multiply(sum.divisor()).subtract(sum.constant()), i.lowIncluded(),
                i.high() == null ? null : i.high().multiply(sum.divisor()).subtract(sum.constant()), i.highIncluded())).toList();
        if (sum.coefficients().isEmpty()) {
            return checker.wrong(sum.column(), "Only numbers are compared here, no answer.",
                    "Compare an answer with a number.");
        }
        if (sum.coefficients().size() > 1) {
            return new Expr.Sum(sum.coefficients(), bounds);
        }
        Map.Entry<String, BigDecimal> only = sum.coefficients().entrySet().iterator().next();
        List<Interval> divided = new ArrayList<>();
        bounds.forEach(bound -> divided(bound, only.getValue()).ifPresent(divided::add));
        return new Atom.Within(only.getKey(), Measure.VALUE, divided);
    }

    /** What x must lie in for k·x to lie in the interval; empty if no decimal does. */
    private static Optional<Interval> divided(Interval interval, BigDecimal k) {
        boolean turned = k.signum() < 0;
        BigDecimal low = turned ? interval.high() : interval.low();
        boolean lowIncluded = turned ? interval.highIncluded() : interval.lowIncluded();
        BigDecimal high = turned ? interval.low() : interval.high();
        boolean highIncluded = turned ? interval.lowIncluded() : interval.highIncluded();
        BigDecimal from = low == null ? null : low.divide(k, DECIMALS, RoundingMode.CEILING);
        BigDecimal to = high == null ? null : high.divide(k, DECIMALS, RoundingMode.FLOOR);
        boolean fromExact = from != null && from.multiply(k).compareTo(low) == 0;
        boolean toExact = to != null && to.multiply(k).compareTo(high) == 0;
        return from != null && to != null && from.compareTo(to) > 0 ? Optional.empty()
                : Optional.of(new Interval(from, from != null && (lowIncluded || !fromExact),
                        to, to != null && (highIncluded || !toExact)));
    }

    /** Two days of which one is shifted: the answer's day and today, or a day that is written out. */
    Expr compare(Operand left, Comparison comparison, Operand right) {
        if (!(left instanceof Operand.Moment || left instanceof Operand.Today || moment(left).isPresent())) {
            return compare(right, comparison.flipped(), left);
        }
        Operand.Moment one = moment(left).orElseThrow();
        if (right instanceof Operand.Day(int column, var day)) {
            return one.name() == null || one.years() != 0
                    ? refusedDates(column)
                    : new Atom.Within(one.name(), Measure.VALUE,
                            comparison.intervals(BigDecimal.valueOf(day.minusDays(one.days()).toEpochDay())));
        }
        Optional<Operand.Moment> found = moment(right);
        if (found.isEmpty()) {
            return checker.wrong(right.column(), "A date is compared with " + right.kind() + ".",
                    "Compare it with today or with a date, as in birthDate + 18 years <= today.");
        }
        Operand.Moment other = found.get();
        if (one.name() == null && other.name() != null) {
            return compare(other, comparison.flipped(), one);
        }
        if (one.name() == null || other.name() != null) {
            return refusedDates(one.column());
        }
        return since(one, comparison, other);
    }

    /** The answer's day, shifted, compared with today, shifted. */
    private Expr since(Operand.Moment day, Comparison comparison, Operand.Moment today) {
        long years = day.years() - today.years();
        long days = day.days() - today.days();
        if (years == 0) {
            return new Atom.Within(day.name(), Measure.DAYS_SINCE, comparison.flipped().intervals(BigDecimal.valueOf(days)));
        }
        if (days != 0 || comparison != Comparison.AT_MOST && comparison != Comparison.MORE) {
            return checker.wrong(day.column(), "Years from a date can only be compared by <= or > with today.",
                    "Write as in birthDate + 18 years <= today, or years since(birthDate) >= 18.");
        }
        return new Atom.Within(day.name(), Measure.YEARS_SINCE,
                comparison.flipped().intervals(BigDecimal.valueOf(years)));
    }

    private Expr refusedDates(int column) {
        return checker.wrong(column, "These two dates cannot be followed together.",
                "Compare one date with today or with a day that is written out, or ask what lies between as a question of its own.");
    }

    private Operand notANumber(Operand operand) {
        return refused(operand, "It cannot be reckoned with " + operand.kind() + ": only numbers are added, multiplied and divided.",
                "Reckon with questions that are numbers; compare anything else by itself.");
    }

    private Operand refused(Operand at, String message, String remedy) {
        checker.wrong(at.column(), message, remedy);
        return new Operand.Subject(at.column(), "", null, Measure.VALUE, false);
    }

    private static boolean faulty(Operand operand) {
        return operand instanceof Operand.Subject subject && subject.type() == null;
    }
}
