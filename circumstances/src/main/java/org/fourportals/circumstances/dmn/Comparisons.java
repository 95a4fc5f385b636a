package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Interval;
import org.fourportals.circumstances.condition.Measure;
import org.fourportals.circumstances.condition.Wording;
import org.fourportals.circumstances.dmn.FeelNode.Test;
import org.jspecify.annotations.Nullable;

/** The comparisons in an expression of a model, as comparisons of the engine. */
final class Comparisons {

    private static final String VALUE = "v";
    private static final List<Measure> MEASURES = List.of(Measure.YEARS_SINCE, Measure.DAYS_SINCE, Measure.COUNT);

    private final Meaning meaning;

    Comparisons(Meaning meaning) {
        this.meaning = meaning;
    }

    /** Where the comparison is true, or, where not `wanted`, where it is false. */
    Expr compare(String sign, FeelNode left, FeelNode right, boolean wanted) {
        boolean equality = sign.equals("=") || sign.equals("!=");
        if (equality && (left instanceof FeelNode.Nothing || right instanceof FeelNode.Nothing)) {
            Expr isNull = meaning.isNull(left instanceof FeelNode.Nothing ? right : left);
            return sign.equals("=") == wanted ? isNull : Joined.not(isNull);
        }
        if (isLiteral(left) && !isLiteral(right)) {
            return compare(Joined.flipped(sign), right, left, wanted);
        }
        if (isResult(left)) {
            return result(left, new Test.Compared(sign, right), wanted);
        }
        if (sign.equals("!=")) {
            return compare("=", left, right, !wanted);
        }
        Optional<Looked> looked = look(left);
        return switch (right) {
            case FeelNode.Bool(boolean yes) when equality -> {
                Expr is = meaning.of(left, yes);
                yield wanted ? is : Joined.not(is);
            }
            case FeelNode.Text(String text) when equality && looked.isPresent() && looked.get().question().kind() == Question.Kind.CHOICE ->
                    unless(looked.get(), new Atom.Among(looked.get().name(), Set.of(text), true),
                            new Atom.Among(looked.get().name(), Set.of(text), false), wanted);
            case FeelNode.Day(LocalDate day) when isDay(looked) -> numbers(looked.get(), sign,
                    Joined.intervals(sign, BigDecimal.valueOf(day.toEpochDay())), wanted);
            case FeelNode.Call today when today.equals(FeelNode.TODAY) && isDay(looked) ->
                    numbers(looked.get().as(Measure.DAYS_SINCE), sign, Joined.intervals(Joined.flipped(sign), BigDecimal.ZERO), wanted);
            default -> reckoned(sign, left, right, wanted);
        };
    }

    private static boolean isDay(Optional<Looked> looked) {
        return looked.isPresent() && looked.get().question().kind() == Question.Kind.DATE && looked.get().measure() == Measure.VALUE;
    }

    /** An equality: where the answer may be null it is false there; elsewhere it is what is stated to be its contrary. */
    private Expr unless(Looked looked, Expr met, Expr contrary, boolean wanted) {
        return wanted ? met : meaning.mayBeNull(looked) ? Joined.not(met) : contrary;
    }

    private Expr numbers(Looked looked, String sign, List<Interval> intervals, boolean wanted) {
        Expr met = new Atom.Within(looked.name(), looked.measure(), intervals);
        Expr contrary = new Atom.Within(looked.name(), looked.measure(), Joined.outside(intervals));
        return sign.equals("=") ? unless(looked, met, contrary, wanted) : wanted ? met : contrary;
    }

    private Expr reckoned(String sign, FeelNode left, FeelNode right, boolean wanted) {
        Optional<Amount> one = amount(left);
        Optional<Amount> other = amount(right);
        if (one.isEmpty() || other.isEmpty()) {
            throw meaning.cannot("a comparison of what cannot be compared here");
        }
        Amount difference = one.get().plus(other.get().times(BigDecimal.ONE.negate()));
        List<Interval> intervals = Joined.intervals(sign, difference.besides().negate());
        if (difference.parts().isEmpty()) {
            boolean met = intervals.stream().anyMatch(interval -> interval.contains(BigDecimal.ZERO));
            return new Expr.Always(met == wanted);
        }
        Map.Entry<Looked, BigDecimal> first = difference.parts().entrySet().iterator().next();
        if (difference.parts().size() == 1 && first.getValue().compareTo(BigDecimal.ONE) == 0) {
            return numbers(first.getKey(), sign, intervals, wanted);
        }
        SortedMap<String, BigDecimal> coefficients = new TreeMap<>();
        difference.parts().forEach((looked, factor) -> {
            if (looked.measure() != Measure.VALUE || meaning.thing != null) {
                throw meaning.cannot("measures that are reckoned with");
            }
            coefficients.put(looked.name(), factor);
        });
        Expr met = new Expr.Sum(coefficients, intervals);
        return wanted ? met : sign.equals("=") ? Joined.not(met) : new Expr.Sum(coefficients, Joined.outside(intervals));
    }

    /** Whether a value lies in a range, each end included or not. */
    Expr within(FeelNode value, Test.Range range, boolean wanted) {
        if (isResult(value)) {
            return result(value, range, wanted);
        }
        Optional<Looked> looked = look(value);
        BigDecimal low = bound(range.low(), looked);
        BigDecimal high = bound(range.high(), looked);
        if (looked.isPresent() && low != null && high != null && (isDay(looked) || amount(value).isPresent())) {
            int order = low.compareTo(high);
            if (order > 0 || order == 0 && !(range.lowIncluded() && range.highIncluded())) {
                return wanted ? Joined.NEVER : looked.get().asked();
            }
            return numbers(looked.get(), "in", List.of(new Interval(low, range.lowIncluded(), high, range.highIncluded())), wanted);
        }
        Expr above = compare(range.lowIncluded() ? ">=" : ">", value, range.low(), wanted);
        Expr below = compare(range.highIncluded() ? "<=" : "<", value, range.high(), wanted);
        return wanted ? Joined.and(above, below) : Joined.or(above, below);
    }

    private static @Nullable BigDecimal bound(FeelNode bound, Optional<Looked> looked) {
        return switch (bound) {
            case FeelNode.Num(BigDecimal number) when !isDay(looked) -> number;
            case FeelNode.Day(LocalDate day) when isDay(looked) -> BigDecimal.valueOf(day.toEpochDay());
            default -> null;
        };
    }

    static boolean isLiteral(FeelNode node) {
        return switch (node) {
            case FeelNode.Text _, FeelNode.Num _, FeelNode.Bool _, FeelNode.Day _ -> true;
            default -> node.equals(FeelNode.TODAY);
        };
    }

    /** Whether it is what a table comes to. */
    boolean isResult(FeelNode node) {
        return node instanceof FeelNode.Name(String name) && meaning.known.get(name) instanceof Known.Result;
    }

    private Expr result(FeelNode node, Test test, boolean wanted) {
        Map<FeelNode, Expr> where = ((Known.Result) meaning.known.get(((FeelNode.Name) node).name())).where();
        List<Expr> met = new ArrayList<>();
        where.forEach((value, at) -> {
            Meaning alone = new Meaning(Map.of(), meaning.place);
            if (holds(alone, value, test) == wanted) {
                met.add(at);
            }
        });
        boolean nullEquals = test instanceof Test.Compared(String sign, _) && sign.equals(wanted ? "!=" : "=");
        return nullEquals ? Joined.or(Joined.or(met), meaning.isNull(node)) : Joined.or(met);
    }

    private static boolean holds(Meaning alone, FeelNode value, Test test) {
        if (test instanceof Test.Compared(String sign, FeelNode bound)) {
            boolean texts = value instanceof FeelNode.Text || value instanceof FeelNode.Bool || value instanceof FeelNode.Day;
            if (texts && !sign.equals("=") && !sign.equals("!=") || !isLiteral(bound)) {
                throw alone.cannot("a comparison of what cannot be compared here");
            }
            if (sign.equals("=") || sign.equals("!=")) {
                return value.equals(bound) == sign.equals("=");
            }
        }
        return alone.test(value, test, true).equals(Joined.ALWAYS);
    }

    /** The answer or measure that an expression looks at, if it is one alone. */
    Optional<Looked> look(FeelNode node) {
        return switch (node) {
            case FeelNode.Name(String name) -> switch (meaning.known.get(name)) {
                case Known.Answered(Question question, Expr asked) -> Optional.of(new Looked(question, Measure.VALUE, asked));
                case Known.Formula(FeelNode body) -> measured(body);
                case Known.Unasked(String question) -> throw meaning.cannot("“" + question + "” both with and without the condition under which it is asked");
                case Known.Closed(String why) -> throw meaning.cannot(why);
                case Known.Result _, Known.Today _ -> Optional.empty();
                case null -> throw new CannotRead(Problem.Kind.UNKNOWN_NAME, meaning.place, "There is no input or decision “"
                        + Wording.brief(name) + "”.",
                        Wording.didYouMean(name, meaning.known.keySet(), "name"));
            };
            case FeelNode.Field(FeelNode.Name(String variable), String field) when meaning.thing != null
                    && meaning.thing.variable().equals(variable) -> Optional.ofNullable(meaning.thing.fields().get(field))
                            .map(question -> new Looked(question, Measure.VALUE, Joined.ALWAYS));
            default -> measured(node);
        };
    }

    /** A measure of a day or a count, with or without the care for null that an export takes. */
    private Optional<Looked> measured(FeelNode node) {
        FeelNode of = switch (node) {
            case FeelNode.If(FeelNode.Op(String sign, FeelNode value, FeelNode.Nothing _), FeelNode.Nothing _, _) when sign.equals("=") -> value;
            case FeelNode.Field(FeelNode.Op(String sign, FeelNode today, FeelNode value), String field)
                    when field.equals("days") && sign.equals("-") && today.equals(FeelNode.TODAY) -> value;
            case FeelNode.Call(String function, List<FeelNode> counted) when function.equals("count") && counted.size() == 1 -> counted.getFirst();
            default -> null;
        };
        if (of == null) {
            return Optional.empty();
        }
        for (Measure measure : MEASURES) {
            FeelNode guarded = FeelParser.expression(Feel.since(measure, VALUE, "today"), Set.of(), meaning.place)
                    .with("today", FeelNode.TODAY).with(VALUE, of);
            if (node.equals(guarded) || guarded instanceof FeelNode.If choice && node.equals(choice.otherwise())) {
                Question.Kind kind = measure == Measure.COUNT ? Question.Kind.REPEATED : Question.Kind.DATE;
                return look(of).filter(looked -> looked.question().kind() == kind).map(looked -> looked.as(measure));
            }
        }
        return Optional.empty();
    }

    private Optional<Amount> amount(FeelNode node) {
        if (node instanceof FeelNode.Num(BigDecimal number)) {
            return Optional.of(Amount.of(number));
        }
        if (node instanceof FeelNode.Op(String sign, FeelNode left, FeelNode right)) {
            Optional<Amount> one = amount(left);
            Optional<Amount> other = amount(right);
            return one.isPresent() && other.isPresent() ? one.get().joined(sign, other.get()) : Optional.empty();
        }
        boolean hasNumber = node instanceof FeelNode.Name || node instanceof FeelNode.Field || node instanceof FeelNode.If
                || node instanceof FeelNode.Call;
        return !hasNumber ? Optional.empty() : look(node).filter(looked -> looked.measure() != Measure.VALUE
                || looked.question().kind() == Question.Kind.NUMBER || looked.question().kind() == Question.Kind.MONEY).map(Amount::of);
    }
}
