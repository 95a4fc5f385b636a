package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourportals.circumstances.condition.Fault.Cause;
import org.jspecify.annotations.Nullable;

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
final class Parser {

    static final int LONGEST = 4_000;
    static final int DEEPEST = 60;

    private static final BigDecimal LONGEST_SPAN = BigDecimal.valueOf(100_000);
    private static final Set<String> UNITS = Set.of("year", "years", "month", "months", "day", "days");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "in", "between", "contains", "true", "false", "today", "date");

    private final List<Token> tokens;
    private Checker checker;
    private @Nullable String variable;
    private int at;
    private int depth;

    private Parser(List<Token> tokens, Checker checker) {
        this.tokens = tokens;
        this.checker = checker;
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

    /** A name; within "satisfies" a field of the thing spoken of. */
    private Token name() throws SyntaxFault {
        Token name = tokens.get(at++);
        if (variable == null && !peek().is(".")) {
            return name;
        }
        if (variable == null) {
            throw new SyntaxFault(name.column(), Cause.UNKNOWN_NAME, "“" + Wording.brief(name.text())
                    + ".…” may only stand after “satisfies”.", "Write as in some child in children satisfies child.age < 18.");
        }
        if (!name.text().equals(variable)) {
            throw new SyntaxFault(name.column(), Cause.UNKNOWN_NAME, "After “satisfies” only the fields of “"
                    + Wording.brief(variable) + "” may be used, not “" + Wording.brief(name.text()) + "”.",
                    "Put “some … satisfies …” in parentheses to join it with anything else.");
        }
        expect(".");
        if (peek().kind() != Token.Kind.NAME) {
            throw expected("the name of a field");
        }
        return tokens.get(at++);
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

    private Operand operand() throws SyntaxFault {
        Operand left = product();
        while (peek().is("+") || peek().is("-")) {
            boolean minus = tokens.get(at++).is("-");
            left = checker.arithmetic().plus(left, product(), minus);
        }
        return left;
    }

    private Operand product() throws SyntaxFault {
        Operand left = factor();
        while (peek().is("*") || peek().is("/")) {
            boolean times = tokens.get(at++).is("*");
            Operand right = factor();
            left = times ? checker.arithmetic().times(left, right) : checker.arithmetic().divided(left, right);
        }
        return left;
    }

    private Operand factor() throws SyntaxFault {
        Token token = peek();
        boolean minus = take("-");
        Token value = peek();
        if (value.kind() == Token.Kind.NUMBER) {
            at++;
            BigDecimal number = new BigDecimal(value.text());
            if (peek().kind() == Token.Kind.NAME && UNITS.contains(peek().text())) {
                return span(token.column(), minus ? number.negate() : number);
            }
            return new Operand.Num(token.column(), minus ? number.negate() : number);
        }
        if (minus) {
            throw expected("a number");
        }
        return switch (value.kind()) {
            case STRING -> {
                at++;
                yield new Operand.Text(value.column(), value.text());
            }
            case NAME -> named(value);
            case NUMBER, SYMBOL, END -> throw expected("a name or a value");
        };
    }

    private Operand span(int column, BigDecimal number) throws SyntaxFault {
        Token unit = tokens.get(at++);
        if (unit.text().startsWith("month") || number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LONGEST_SPAN) > 0) {
            throw new SyntaxFault(column, Cause.WRONG_TYPE, "Only whole days and years up to " + LONGEST_SPAN
                    + " can be followed here.", "Write days or years, as in birthDate + 18 years <= today.");
        }
        return unit.text().startsWith("year") ? new Operand.Span(column, number.longValue(), 0)
                : new Operand.Span(column, 0, number.longValue());
    }

    private Operand named(Token name) throws SyntaxFault {
        Token next = tokens.get(at + 1);
        if (name.is("years") && next.is("since")) {
            return measured(Measure.YEARS_SINCE, false);
        }
        if (name.is("days") && next.is("since")) {
            return measured(Measure.DAYS_SINCE, false);
        }
        if (name.is("days") && next.is("until")) {
            return measured(Measure.DAYS_SINCE, true);
        }
        if (name.is("count") && next.is("(")) {
            return count();
        }
        if (RESERVED.contains(name.text())) {
            return constant(name);
        }
        return checker.subject(name(), Measure.VALUE, false);
    }

    private Operand constant(Token name) throws SyntaxFault {
        return switch (name.text()) {
            case "true", "false" -> {
                at++;
                yield new Operand.Bool(name.column(), name.is("true"));
            }
            case "today" -> {
                at++;
                yield new Operand.Today(name.column());
            }
            case "date" -> {
                at++;
                yield date();
            }
            default -> throw expected("a name or a value");
        };
    }

    private Operand count() throws SyntaxFault {
        at += 2;
        Token things = peek();
        if (things.kind() != Token.Kind.NAME || variable != null) {
            throw expected("the name of repeated things");
        }
        at++;
        expect(")");
        return new Operand.Subject(things.column(), things.text(),
                checker.repeated(things).isPresent() ? new Type.Number() : null, Measure.COUNT, false);
    }

    private Operand measured(Measure measure, boolean negated) throws SyntaxFault {
        at += 2;
        expect("(");
        Token name = peek();
        if (name.kind() != Token.Kind.NAME || RESERVED.contains(name.text())) {
            throw expected("the name of a date");
        }
        Token date = name();
        expect(")");
        return checker.subject(date, measure, negated);
    }

    private Operand date() throws SyntaxFault {
        expect("(");
        Token text = peek();
        if (text.kind() != Token.Kind.STRING) {
            throw expected("a day in double quotes, as in date(\"2026-01-31\")");
        }
        at++;
        expect(")");
        try {
            return new Operand.Day(text.column(), LocalDate.parse(text.text()));
        } catch (DateTimeException notADay) {
            throw new SyntaxFault(text.column(), "There is no day " + text.shown() + ".",
                    "Write year-month-day, as in date(\"2026-01-31\").");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String symbolOrWord) {
        boolean there = peek().is(symbolOrWord);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String symbolOrWord) throws SyntaxFault {
        if (!take(symbolOrWord)) {
            throw expected("“" + symbolOrWord + "”");
        }
    }

    private SyntaxFault expected(String what) {
        Token found = peek();
        return new SyntaxFault(found.column(), "Expected " + what + ", found " + found.shown() + ".",
                "See “Conditions” in docs/catalogue-format.md.");
    }
}
