package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.Question;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Expr;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;
import org.fourportals.circumstances.dmn.FeelNode.Test;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of a model means as a condition of the engine. FEEL knows true, false and null; a condition is met
 * or not. Therefore each expression is asked twice: where it is true, and where it is false; it is null elsewhere.
 */
final class Meaning {

    private static final int MOST_STEPS = 20_000;

    /** The fields of the thing of which `some … satisfies` speaks. */
    record Thing(String variable, Map<String, Question> fields) {}

    final Map<String, Known> known;
    final Place place;
    final @Nullable Thing thing;
    private final Set<String> given;
    private final int[] steps;
    private final Comparisons comparisons = new Comparisons(this);

    Meaning(Map<String, Known> known, Place place) {
        this(known, place, null, Set.of(), new int[1]);
    }

    private Meaning(Map<String, Known> known, Place place, @Nullable Thing thing, Set<String> given, int[] steps) {
        this.known = known;
        this.place = place;
        this.thing = thing;
        this.given = given;
        this.steps = steps;
    }

    /** Where it is true, or, where not `wanted`, where it is false. */
    Expr of(FeelNode node, boolean wanted) {
        if (++steps[0] > MOST_STEPS) {
            throw new CannotRead(Problem.Kind.TOO_LARGE, place, "Its expressions use each other too often to be followed.", "Split the decision.");
        }
        return switch (node) {
            case FeelNode.Bool(boolean value) -> new Expr.Always(value == wanted);
            case FeelNode.Nothing _ -> Joined.NEVER;
            case FeelNode.Name(String name) -> named(name, wanted);
            case FeelNode.Field _ -> flag(node, wanted);
            case FeelNode.Op(String sign, FeelNode left, FeelNode right) -> comparisons.compare(sign, left, right, wanted);
            case FeelNode.If choice -> choice(choice, wanted);
            case FeelNode.In(FeelNode value, List<Test> tests) -> anyOf(value, tests, wanted);
            case FeelNode.Quantified said -> said(said, wanted);
            case FeelNode.Call(String function, List<FeelNode> parts) -> switch (function) {
                case "and" -> all(parts, wanted);
                case "or" -> wanted ? Joined.or(parts.stream().map(part -> of(part, true)).toList())
                        : Joined.and(parts.stream().map(part -> of(part, false)).toList());
                case "not" -> of(only(parts, function), !wanted);
                case "list contains" -> contains(parts, wanted);
                default -> throw cannot("the function " + function);
            };
            case FeelNode.Text _, FeelNode.Num _, FeelNode.Day _, FeelNode.Values _ -> throw cannot("a value where yes or no is needed");
        };
    }

    private FeelNode only(List<FeelNode> parts, String function) {
        if (parts.size() != 1) {
            throw cannot(function + " of " + parts.size() + " things");
        }
        return parts.getFirst();
    }

    private Expr named(String name, boolean wanted) {
        return switch (known.get(name)) {
            case Known.Formula(FeelNode body) -> of(body, wanted);
            case Known.Result(Map<FeelNode, Expr> where) -> where.getOrDefault(new FeelNode.Bool(wanted), Joined.NEVER);
            case null, default -> flag(new FeelNode.Name(name), wanted);
        };
    }

    private Expr flag(FeelNode node, boolean wanted) {
        Looked looked = comparisons.look(node).orElseThrow(() -> cannot("what is not declared"));
        if (looked.question().kind() != Question.Kind.YES_NO) {
            throw cannot("“" + Wording.brief(looked.name()) + "” as if it were yes or no");
        }
        return new Atom.Flag(looked.name(), wanted);
    }

    /** All parts; those that say that something is not null make the others simpler. */
    private Expr all(List<FeelNode> parts, boolean wanted) {
        Set<Looked> guarded = new HashSet<>();
        List<FeelNode> rest = new ArrayList<>();
        for (FeelNode part : parts) {
            Optional<Looked> guard = part instanceof FeelNode.Op(String sign, FeelNode value, FeelNode.Nothing _) && sign.equals("!=")
                    ? comparisons.look(value) : Optional.empty();
            guard.ifPresentOrElse(guarded::add, () -> rest.add(part));
        }
        Meaning inner = giving(guarded);
        List<Expr> met = new ArrayList<>(rest.stream().map(part -> inner.of(part, true)).toList());
        Expr all = Joined.and(met);
        guarded.stream().filter(one -> !Joined.needs(all, one.name())).forEach(one -> met.addFirst(one.asked()));
        if (wanted) {
            return Joined.and(met);
        }
        if (rest.stream().allMatch(inner::isNeverNull)) {
            return Joined.not(Joined.and(met));
        }
        List<Expr> failing = new ArrayList<>(rest.stream().map(part -> inner.of(part, false)).toList());
        guarded.forEach(one -> failing.add(Joined.not(one.asked())));
        return Joined.or(failing);
    }

    /** Knowing that these are asked. */
    Meaning giving(Set<Looked> asked) {
        Set<String> more = new HashSet<>(given);
        asked.forEach(one -> more.add(one.name()));
        return new Meaning(known, place, thing, more, steps);
    }

    private boolean isNeverNull(FeelNode node) {
        return !(node instanceof FeelNode.If) && node.names().stream().allMatch(name -> switch (known.get(name)) {
            case Known.Answered(Question question, Expr asked) -> given.contains(question.id()) || asked.equals(Joined.ALWAYS);
            case Known.Today _ -> true;
            case null, default -> thing != null && thing.variable.equals(name);
        });
    }

    /** Whether an answer may be null here. */
    boolean mayBeNull(Looked looked) {
        return !given.contains(looked.name()) && !looked.asked().equals(Joined.ALWAYS);
    }

    private Expr choice(FeelNode.If choice, boolean wanted) {
        if (choice.when() instanceof FeelNode.Op(String sign, FeelNode value, FeelNode.Nothing _) && sign.equals("=")
                && choice.then() instanceof FeelNode.Nothing && comparisons.look(value).isPresent()) {
            FeelNode rest = wanted ? choice.otherwise() : new FeelNode.Call("not", List.of(choice.otherwise()));
            return all(List.of(new FeelNode.Op("!=", value, new FeelNode.Nothing()), rest), true);
        }
        Expr when = of(choice.when(), true);
        return Joined.or(Joined.and(when, of(choice.then(), wanted)), Joined.and(Joined.not(when), of(choice.otherwise(), wanted)));
    }

    private Expr contains(List<FeelNode> parts, boolean wanted) {
        if (parts.size() == 2 && parts.get(1) instanceof FeelNode.Text(String answer)) {
            Looked looked = comparisons.look(parts.getFirst()).orElseThrow(() -> cannot("what is not declared"));
            Expr contains = new Atom.Contains(looked.name(), answer);
            return wanted ? contains : Joined.and(looked.asked(), Joined.not(contains));
        }
        throw cannot("list contains with anything but a question and a text");
    }

    private Expr said(FeelNode.Quantified said, boolean wanted) {
        Looked things = comparisons.look(said.in()).orElseThrow(() -> cannot("what is not declared"));
        if (things.question().kind() != Question.Kind.REPEATED || thing != null) {
            throw cannot("“satisfies” of what is not repeated, or within another");
        }
        Map<String, Question> fields = new LinkedHashMap<>();
        things.question().fields().forEach(field -> fields.put(field.id(), field));
        Meaning inner = new Meaning(known, place, new Thing(said.variable(), fields), given, steps);
        Expr atom = new Atom.Quantified(things.name(), said.every(), inner.of(said.body(), true));
        return wanted ? atom : Joined.and(things.asked(), Joined.not(atom));
    }

    private Expr anyOf(FeelNode value, List<Test> tests, boolean wanted) {
        List<Expr> each = tests.stream().map(test -> test(value, test, wanted)).toList();
        return wanted ? Joined.or(each) : Joined.and(each);
    }

    /** Where a value meets a test of a cell, or fails it. */
    Expr test(FeelNode value, Test test, boolean wanted) {
        return switch (test) {
            case Test.Any _ -> new Expr.Always(wanted);
            case Test.Is(FeelNode.Bool(boolean yes)) when !comparisons.isResult(value) -> wanted ? of(value, yes)
                    : Joined.or(of(value, !yes), isNull(value));
            case Test.Is(FeelNode.Nothing _) -> wanted ? isNull(value) : Joined.not(isNull(value));
            case Test.Is(FeelNode is) -> comparisons.compare("=", value, is, wanted);
            case Test.Compared(String sign, FeelNode bound) -> comparisons.compare(sign, value, bound, wanted);
            case Test.Range range -> comparisons.within(value, range, wanted);
            case Test.Not(List<Test> none) -> anyOf(value, none, !wanted);
            case Test.Holds(FeelNode said) when said.names().contains(FeelNode.TESTED.name()) ->
                    of(said.with(FeelNode.TESTED.name(), value), wanted);
            case Test.Holds _ -> throw cannot("a cell that is neither a value nor a test of it");
        };
    }

    /** Where a value is null. */
    Expr isNull(FeelNode value) {
        Optional<Looked> looked = comparisons.look(value);
        if (looked.isPresent()) {
            return mayBeNull(looked.get()) ? Joined.not(looked.get().asked()) : Joined.NEVER;
        }
        if (value instanceof FeelNode.Name(String name) && known.get(name) instanceof Known.Result(Map<FeelNode, Expr> where)) {
            return Joined.not(Joined.or(List.copyOf(where.values())));
        }
        if (value instanceof FeelNode.If(FeelNode.Op(String sign, FeelNode guarded, FeelNode.Nothing _), FeelNode.Nothing _, _)
                && sign.equals("=") && comparisons.look(guarded).isPresent()) {
            return isNull(guarded);
        }
        return Joined.and(Joined.not(of(value, true)), Joined.not(of(value, false)));
    }

    CannotRead cannot(String what) {
        return new CannotRead(Problem.Kind.SYNTAX, place, "The expression cannot be followed: it uses " + what + ".",
                "Use names of inputs, values, lists, ranges and comparisons, joined by and, or, not.");
    }
}
