package org.fourportals.circumstances.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourportals.circumstances.condition.Fault.Cause;

/**
 * Reads a condition by recursive descent:
 * <pre>
 * condition  = and { "or" and }
 * and        = single { "and" single }
 * single     = "not" "(" condition ")" | "(" condition ")" | comparison
 * comparison = operand [ ("=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=") operand | "in" (list | range)
 *              | "between" operand "and" operand | "contains" text ]
 *            | ("some" | "every") name "in" name "satisfies" condition
 * operand    = product { ("+" | "-") product }
 * product    = factor { ("*" | "/") factor }
 * factor     = name | text | number [unit] | "true" | "false" | "today" | "date" "(" text ")"
 *              | ("years" "since" | "days" "since" | "days" "until" | "count") "(" name ")"
 * list       = "(" operand { "," operand } ")"
 * range      = ("[" | "(" | "]") operand ".." operand ("]" | ")" | "[")
 * </pre>
 */
final class Parser extends OperandReader {

    static final int LONGEST = 4_000;
    static final int DEEPEST = 60;


    private int depth;

    private Parser(List<Token> tokens, Checker checker) {
        super(tokens, checker);
    }

    static Expr read(String text, Checker checker) throws SyntaxFault {
        if (text.length() > LONGEST) {
            throw new SyntaxFault(LONGEST + 1, Cause.TOO_LARGE,
                    "The condition has " + text.length() + " characters.", "Use at most " + LONGEST + "; split the rule.");
        }
        Parser parser = new Parser(Lexer.tokens(text), checker);
        if (parser.peek().kind() == Token.Kind.END) {
            throw new SyntaxFault(1, "The condition is empty.", "Write true if it is always met.");
        }
        Expr expr = parser.condition();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.expected("“and”, “or” or the end");
        }
        return expr;
    }

    private Expr condition() throws SyntaxFault {
        if (++depth > DEEPEST) {
            throw new SyntaxFault(peek().column(), Cause.TOO_LARGE,
                    "The brackets are nested more than " + DEEPEST + " deep.", "Split the condition into several rules.");
        }
        List<Expr> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (take("or"));
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Expr.Or(parts);
    }

    private Expr conjunction() throws SyntaxFault {
        List<Expr> parts = new ArrayList<>();
        do {
            parts.add(single());
        } while (take("and"));
        return parts.size() == 1 ? parts.getFirst() : new Expr.And(parts);
    }

    private Expr single() throws SyntaxFault {
        if (take("not")) {
            expect("(");
            Expr part = condition();
            expect(")");
            return new Expr.Not(part);
        }
        if (beginsQuantified()) {
            return quantified();
        }
        if (take("(")) {
            Expr part = condition();
            expect(")");
            return part;
        }
        return comparison();
    }

    private boolean beginsQuantified() {
        return (peek().is("some") || peek().is("every")) && tokens.get(at + 1).kind() == Token.Kind.NAME
                && tokens.get(at + 2).is("in");
    }

    /** The condition after "satisfies" reaches as far as it can; it may speak of the thing's own fields only. */
    private Expr quantified() throws SyntaxFault {
        Token first = tokens.get(at++);
        if (variable != null) {
            throw new SyntaxFault(first.column(), Cause.WRONG_TYPE, "One “satisfies” stands within another.",
                    "Write them side by side, joined by and or or.");
        }
        Token named = tokens.get(at++);
        expect("in");
        Token things = peek();
        Optional<Type.Repeated> repeated = things.kind() == Token.Kind.NAME ? checker.repeated(things) : Optional.empty();
        if (repeated.isEmpty()) {
            throw checker.faults().isEmpty() ? expected("the name of repeated things") : new SyntaxFault(checker.faults().getLast());
        }
        at++;
        expect("satisfies");
        Checker outer = checker;
        checker = outer.ofFields(repeated.get());
        variable = named.text();
        Expr body = condition();
        checker = outer;
        variable = null;
        List<Expr.Sum> sums = new ArrayList<>();
        body.sums(sums::add);
        if (!sums.isEmpty()) {
            throw new SyntaxFault(first.column(), Cause.WRONG_TYPE, "Several fields of one thing are reckoned with together,"
                    + " which cannot be followed exactly.", "Make it a field of its own.");
        }
        return new Atom.Quantified(things.text(), first.is("every"), body);
    }

    private Expr comparison() throws SyntaxFault {
        Operand left = operand();
        Token next = peek();
        if (Comparison.begins(next)) {
            at++;
            return checker.compare(left, Comparison.of(next), operand());
        }
        if (take("in")) {
            return in(left);
        }
        if (take("between")) {
            Operand low = operand();
            expect("and");
            return checker.between(left, low, true, operand(), true);
        }
        if (take("contains")) {
            if (peek().kind() != Token.Kind.STRING) {
                throw expected("an answer in double quotes");
            }
            Token text = tokens.get(at++);
            return checker.contains(left, new Operand.Text(text.column(), text.text()));
        }
        return checker.alone(left);
    }

    private Expr in(Operand left) throws SyntaxFault {
        Token open = peek();
        if (!open.is("(") && !open.is("[") && !open.is("]")) {
            throw expected("“(” of a list, or “[” of a range");
        }
        at++;
        Operand first = operand();
        if (take("..")) {
            Operand high = operand();
            Token close = peek();
            if (!close.is(")") && !close.is("]") && !close.is("[")) {
                throw expected("“]” or “)”");
            }
            at++;
            return checker.between(left, first, open.is("["), high, close.is("]"));
        }
        if (!open.is("(")) {
            throw expected("“..”");
        }
        List<Operand> values = new ArrayList<>(List.of(first));
        while (take(",")) {
            values.add(operand());
        }
        if (!take(")")) {
            throw expected("“,” or “)”");
        }
        return checker.oneOf(left, values);
    }
}
