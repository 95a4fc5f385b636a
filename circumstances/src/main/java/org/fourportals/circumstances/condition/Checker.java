package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.fourportals.circumstances.condition.Fault.Cause;

/** Makes comparisons out of what was written, checking names, answers and types, and collecting all that is wrong. */
final class Checker {

    /** Stands where a faulty comparison stood, so that reading can go on to find further faults. */
    private static final Expr FAULTY = new Expr.Always(false);

    private final Vocabulary vocabulary;
    private final Place place;
    private final List<Fault> faults;
    private final Arithmetic arithmetic = new Arithmetic(this);

    Checker(Vocabulary vocabulary, Place place) {
        this(vocabulary, place, new ArrayList<>());
    }

    private Checker(Vocabulary vocabulary, Place place, List<Fault> faults) {
        this.vocabulary = vocabulary;
        this.place = place;
        this.faults = faults;
    }

    /** For conditions over the fields of repeated things. */
    Checker ofFields(Type.Repeated repeated) {
        return new Checker(Vocabulary.ofFields(repeated.fields()), place, faults);
    }

    /** The repeated things of that name; empty, with a fault, if there are none. */
    Optional<Type.Repeated> repeated(Token name) {
        Operand.Subject subject = subject(name, Measure.VALUE, false);
        if (subject.type() instanceof Type.Repeated repeated) {
            return Optional.of(repeated);
        }
        if (subject.type() != null) {
            wrong(name.column(), "“" + name.text() + "” is not repeated: there is one answer to it.",
                    "Use a " + vocabulary.noun() + " that is repeated, such as children.");
        }
        return Optional.empty();
    }

    List<Fault> faults() {
        return faults;
    }

    Arithmetic arithmetic() {
        return arithmetic;
    }

    Operand.Subject subject(Token name, Measure measure, boolean negated) {
        Optional<Type> type = vocabulary.find(name.text());
        if (type.isEmpty()) {
            fault(name.column(), Cause.UNKNOWN_NAME,
                    "There is no " + vocabulary.noun() + " “" + Wording.brief(name.text()) + "”.",
                    Wording.didYouMean(name.text(), vocabulary.names(), vocabulary.noun()));
        } else if (measure != Measure.VALUE && !(type.get() instanceof Type.Date)) {
            wrong(name.column(), "“" + name.text() + "” is not a date; years and days are counted from a date only.",
                    "Use a " + vocabulary.noun() + " that is a date.");
            type = Optional.empty();
        }
        return new Operand.Subject(name.column(), name.text(), type.orElse(null), measure, negated);
    }

    Expr alone(Operand operand) {
        return switch (operand) {
            case Operand.Bool(_, boolean value) -> new Expr.Always(value);
            case Operand.Subject subject when subject.type() == null -> FAULTY;
            case Operand.Subject(_, String name, Type.YesNo _, _, _) -> new Atom.Flag(name, true);
            case Operand.Subject subject -> wrong(subject.column(),
                    "“" + subject.name() + "” is not a yes-no " + vocabulary.noun() + " and cannot stand alone.",
                    "Compare it with a value, for example with =.");
            case Operand other -> wrong(other.column(), "A value cannot stand alone.",
                    "Compare a " + vocabulary.noun() + " with it.");
        };
    }

    Expr compare(Operand left, Comparison comparison, Operand right) {
        if (left instanceof Operand.Subject subject && subject.type() == null
                || right instanceof Operand.Subject other && other.type() == null) {
            return FAULTY;
        }
        if (left instanceof Operand.Moment || right instanceof Operand.Moment) {
            return arithmetic.compare(left, comparison, right);
        }
        boolean reckoned = left instanceof Operand.Linear || right instanceof Operand.Linear
                || left instanceof Operand.Subject && right instanceof Operand.Subject;
        Optional<Operand.Linear> sum = Arithmetic.linear(left);
        if (reckoned && sum.isPresent() && Arithmetic.linear(right).isPresent()
                && arithmetic.plus(sum.get(), right, true) instanceof Operand.Linear difference) {
            return arithmetic.within(difference, comparison.intervals(BigDecimal.ZERO));
        }
        if (left instanceof Operand.Subject subject && !(right instanceof Operand.Subject)) {
            return compareSubject(subject, comparison, right);
        }
        if (right instanceof Operand.Subject subject && !(left instanceof Operand.Subject)) {
            return compareSubject(subject, comparison.flipped(), left);
        }
        String both = left instanceof Operand.Subject ? vocabulary.noun() + "s" : "values";
        return wrong(left.column(), "Two " + both + " are compared with each other.",
                Arithmetic.moment(left).isPresent() && Arithmetic.moment(right).isPresent()
                        ? "Compare each with today or with a date, or ask what lies between as a question of its own."
                        : "Compare one " + vocabulary.noun() + " with one value.");
    }

    private Expr compareSubject(Operand.Subject subject, Comparison comparison, Operand value) {
        boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
        boolean positive = comparison == Comparison.EQUAL;
        String name = subject.name();
        return switch (subject.type()) {
            case null -> FAULTY;
            case Type.YesNo _ when equality && value instanceof Operand.Bool(_, boolean yes) ->
                    new Atom.Flag(name, yes == positive);
            case Type.OneOf(List<String> known) when equality && value instanceof Operand.Text text ->
                    known(subject, known, text) ? new Atom.Among(name, Set.of(text.value()), positive) : FAULTY;
            case Type.Text _ when equality && value instanceof Operand.Text(_, String text) ->
                    new Atom.Among(name, Set.of(text), positive);
            case Type.Date _ when subject.measure() == Measure.VALUE && value instanceof Operand.Today ->
                    new Atom.Within(name, Measure.DAYS_SINCE, comparison.flipped().intervals(BigDecimal.ZERO));
            case Type.Number _, Type.Date _ -> {
                Optional<BigDecimal> number = number(subject, value);
                yield number.isPresent() ? within(subject, comparison.intervals(number.get())) : FAULTY;
            }
            case Type.SeveralOf _ -> wrong(subject.column(), "“" + name + "” may have several answers.",
                    "Write " + name + " contains \"…\".");
            case Type other -> mismatch(subject, other, comparison.toString(), value);
        };
    }

    Expr contains(Operand left, Operand.Text value) {
        return switch (left) {
            case Operand.Subject subject when subject.type() == null -> FAULTY;
            case Operand.Subject(_, String name, Type.SeveralOf(List<String> known), _, _) ->
                    known((Operand.Subject) left, known, value) ? new Atom.Contains(name, value.value()) : FAULTY;
            case Operand other -> wrong(other.column(),
                    "Only a " + vocabulary.noun() + " with several answers can contain one; " + other.kind() + " cannot.",
                    "Compare with = instead.");
        };
    }

    Expr oneOf(Operand left, List<Operand> values) {
        if (!(left instanceof Operand.Subject subject)) {
            return wrong(left.column(), "Only a " + vocabulary.noun() + " can be in a list.",
                    "Write the " + vocabulary.noun() + " before “in”.");
        }
        return switch (subject.type()) {
            case null -> FAULTY;
            case Type.Number _, Type.Date _ -> {
                List<Interval> points = new ArrayList<>();
                values.forEach(value -> number(subject, value).ifPresent(n -> points.add(Interval.point(n))));
                yield points.size() == values.size() ? within(subject, points) : FAULTY;
            }
            case Type.OneOf _, Type.Text _ -> {
                SequencedSet<String> texts = new LinkedHashSet<>();
                for (Operand value : values) {
                    if (!(value instanceof Operand.Text text)) {
                        mismatch(subject, subject.type(), "in", value);
                    } else if (!(subject.type() instanceof Type.OneOf(List<String> known)) || known(subject, known, text)) {
                        texts.add(text.value());
                    }
                }
                yield texts.isEmpty() ? FAULTY : new Atom.Among(subject.name(), texts, true);
            }
            case Type other -> mismatch(subject, other, "in", values.getFirst());
        };
    }

    Expr between(Operand left, Operand low, boolean lowIncluded, Operand high, boolean highIncluded) {
        if (left instanceof Operand.Linear sum && low instanceof Operand.Num(_, BigDecimal least)
                && high instanceof Operand.Num(_, BigDecimal most) && least.compareTo(most) <= 0) {
            return arithmetic.within(sum, List.of(new Interval(least, lowIncluded, most, highIncluded)));
        }
        if (!(left instanceof Operand.Subject subject)) {
            return wrong(left.column(), "Only a " + vocabulary.noun() + " can lie in a range.",
                    "Write the " + vocabulary.noun() + " first.");
        }
        if (subject.type() == null) {
            return FAULTY;
        }
        if (!(subject.type() instanceof Type.Number || subject.type() instanceof Type.Date)) {
            return mismatch(subject, subject.type(), "a range", low);
        }
        Optional<BigDecimal> from = number(subject, low);
        Optional<BigDecimal> to = number(subject, high);
        if (from.isEmpty() || to.isEmpty()) {
            return FAULTY;
        }
        int order = from.get().compareTo(to.get());
        if (order > 0 || order == 0 && !(lowIncluded && highIncluded)) {
            return wrong(low.column(), "Nothing lies in this range.", "Put the lower bound first.");
        }
        return within(subject, List.of(new Interval(from.get(), lowIncluded, to.get(), highIncluded)));
    }

    private Expr within(Operand.Subject subject, List<Interval> intervals) {
        List<Interval> measured = !subject.negated() ? intervals : intervals.stream()
                .map(i -> new Interval(i.high() == null ? null : i.high().negate(), i.highIncluded(),
                        i.low() == null ? null : i.low().negate(), i.lowIncluded()))
                .toList();
        return new Atom.Within(subject.name(), subject.measure(), measured);
    }

    /** The number that a value stands for beside this subject, a day being its epoch day; a fault if it is none. */
    private Optional<BigDecimal> number(Operand.Subject subject, Operand value) {
        boolean day = subject.type() instanceof Type.Date && subject.measure() == Measure.VALUE;
        if (day && value instanceof Operand.Day(_, LocalDate date)) {
            return Optional.of(BigDecimal.valueOf(date.toEpochDay()));
        }
        if (!day && value instanceof Operand.Num(_, BigDecimal number)) {
            return Optional.of(number);
        }
        String wanted = day ? "a date" : "a number";
        wrong(value.column(), "“" + subject.name() + "” is compared with " + value.kind() + ", but it needs " + wanted + ".",
                day ? "Write date(\"2026-01-31\"), or years since(…) for a number." : "Write a plain number.");
        return Optional.empty();
    }

    private boolean known(Operand.Subject subject, List<String> known, Operand.Text text) {
        if (known.contains(text.value())) {
            return true;
        }
        fault(text.column(), Cause.UNKNOWN_ANSWER,
                "“" + subject.name() + "” never has the value \"" + Wording.brief(text.value()) + "\".",
                Wording.didYouMean(text.value(), known, "value"));
        return false;
    }

    private Expr mismatch(Operand.Subject subject, Type type, String with, Operand value) {
        String needs = switch (type) {
            case Type.YesNo _ -> "is answered by yes or no: write it alone, or not(" + subject.name() + ").";
            case Type.OneOf _, Type.Text _ -> "is a text: compare it with = or in and texts in double quotes.";
            case Type.SeveralOf _ -> "may have several answers: write " + subject.name() + " contains \"…\".";
            case Type.Repeated _ -> "is repeated: write some one in " + subject.name() + " satisfies one.… = …, or count("
                    + subject.name() + ").";
            case Type.Number _ -> "is a number: compare it with numbers.";
            case Type.Date _ -> "is a date: compare it with dates.";
        };
        return wrong(subject.column(), "“" + subject.name() + "” cannot be compared by " + with + " with " + value.kind() + ".",
                "It " + needs);
    }

    Expr wrong(int column, String message, String remedy) {
        fault(column, Cause.WRONG_TYPE, message, remedy);
        return FAULTY;
    }

    private void fault(int column, Cause cause, String message, String remedy) {
        faults.add(new Fault(place, column, cause, message, remedy));
    }
}
