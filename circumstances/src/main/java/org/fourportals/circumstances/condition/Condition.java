package org.fourportals.circumstances.condition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition that was read, checked against the names it may use, and can be evaluated. The text is kept for messages
 * and pages; what is evaluated is its parsed form.
 */
public final class Condition {

    private final String text;
    private final Expr expr;
    private final Set<String> names;

    private Condition(String text, Expr expr) {
        this.text = text;
        this.expr = expr;
        Set<String> found = new LinkedHashSet<>();
        expr.atoms(atom -> found.add(atom.name()));
        expr.sums(sum -> found.addAll(sum.coefficients().keySet()));
        this.names = Set.copyOf(found);
    }

    /** Reads and checks a written condition. Never throws on bad text: all faults are in the result. */
    public static Parse parse(String text, Vocabulary vocabulary, Place place) {
        Checker checker = new Checker(vocabulary, place);
        try {
            Expr expr = Parser.read(text, checker);
            return checker.faults().isEmpty()
                    ? new Parse.Parsed(new Condition(text, expr))
                    : new Parse.Malformed(checker.faults());
        } catch (SyntaxFault fault) {
            return new Parse.Malformed(
                    List.of(new Fault(place, fault.column, fault.cause, fault.message, fault.remedy)));
        }
    }

    /**
     * Evaluates against what is known; `today` decides {@code years since}, {@code days since}, {@code days until} and
     * {@code today}. A value of another kind than the condition compares with counts as not known.
     */
    public Truth evaluate(Values values, LocalDate today) {
        return expr.evaluate(values, today);
    }

    /** The names that occur in it. */
    public Set<String> names() {
        return names;
    }

    /** The parsed form. */
    public Expr expr() {
        return expr;
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
