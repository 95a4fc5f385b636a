package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A parsed expression of FEEL, as far as models of tables need it. Equal ones are equal. */
sealed interface FeelNode {

    /** A name, which may hold spaces. */
    record Name(String name) implements FeelNode {}

    /** A text in quotes. */
    record Text(String value) implements FeelNode {}

    /** A number; trailing zeros make no difference. */
    record Num(BigDecimal value) implements FeelNode {
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** True or false. */
    record Bool(boolean value) implements FeelNode {}

    /** A day. */
    record Day(LocalDate value) implements FeelNode {}

    /** Null. */
    record Nothing() implements FeelNode {}

    /** What stands for the value that a cell tests. */
    Name TESTED = new Name("?");
    /** The day of asking. */
    Call TODAY = new Call("today", List.of());

    /** Two things and what stands between them: a comparison, or a sign of reckoning. */
    record Op(String sign, FeelNode left, FeelNode right) implements FeelNode {}

    /** A choice. */
    record If(FeelNode when, FeelNode then, FeelNode otherwise) implements FeelNode {}

    /** A function that is called; also `not`, and `and` and `or` with all that they join. */
    record Call(String function, List<FeelNode> arguments) implements FeelNode {}

    /** A part of something. */
    record Field(FeelNode of, String field) implements FeelNode {}

    /** Some or every one of several. */
    record Quantified(boolean every, String variable, FeelNode in, FeelNode body) implements FeelNode {}

    /** Whether a value meets one of the tests of a cell. */
    record In(FeelNode value, List<Test> tests) implements FeelNode {}

    /** Several values. */
    record Values(List<FeelNode> values) implements FeelNode {}

    /** One test of a cell. */
    sealed interface Test {

        /** Anything, null too. */
        record Any() implements Test {}

        /** Exactly this value, which may be null. */
        record Is(FeelNode value) implements Test {}

        /** Below or above a value. */
        record Compared(String sign, FeelNode value) implements Test {}

        /** Between two values. */
        record Range(FeelNode low, boolean lowIncluded, FeelNode high, boolean highIncluded) implements Test {}

        /** None of these. */
        record Not(List<Test> tests) implements Test {}

        /** Something is said of the value. */
        record Holds(FeelNode said) implements Test {}
    }

    /** The same with one name put in another's place. */
    default FeelNode with(String name, FeelNode instead) {
        return switch (this) {
            case Name(String own) -> own.equals(name) ? instead : this;
            case Op(String sign, FeelNode left, FeelNode right) -> new Op(sign, left.with(name, instead), right.with(name, instead));
            case If(FeelNode when, FeelNode then, FeelNode otherwise) ->
                    new If(when.with(name, instead), then.with(name, instead), otherwise.with(name, instead));
            case Call(String function, List<FeelNode> arguments) ->
                    new Call(function, arguments.stream().map(argument -> argument.with(name, instead)).toList());
            case Field(FeelNode of, String field) -> new Field(of.with(name, instead), field);
            case Quantified(boolean every, String variable, FeelNode in, FeelNode body) ->
                    new Quantified(every, variable, in.with(name, instead), variable.equals(name) ? body : body.with(name, instead));
            case In(FeelNode value, List<Test> tests) -> new In(value.with(name, instead), tests);
            case Values(List<FeelNode> values) -> new Values(values.stream().map(value -> value.with(name, instead)).toList());
            case Text _, Num _, Bool _, Day _, Nothing _ -> this;
        };
    }

    /** Shows every name within to the visitor. */
    default void names(Consumer<String> visitor) {
        switch (this) {
            case Name(String own) -> visitor.accept(own);
            case Op(_, FeelNode left, FeelNode right) -> List.of(left, right).forEach(part -> part.names(visitor));
            case If(FeelNode when, FeelNode then, FeelNode otherwise) ->
                    List.of(when, then, otherwise).forEach(part -> part.names(visitor));
            case Call(_, List<FeelNode> arguments) -> arguments.forEach(part -> part.names(visitor));
            case Field(FeelNode of, _) -> of.names(visitor);
            case Quantified(_, _, FeelNode in, FeelNode body) -> List.of(in, body).forEach(part -> part.names(visitor));
            case In(FeelNode value, _) -> value.names(visitor);
            case Values(List<FeelNode> values) -> values.forEach(part -> part.names(visitor));
            case Text _, Num _, Bool _, Day _, Nothing _ -> { }
        }
    }

    default Set<String> names() {
        Set<String> names = new TreeSet<>();
        names(names::add);
        return names;
    }
}
