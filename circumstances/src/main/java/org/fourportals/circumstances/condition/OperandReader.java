package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.condition.Fault.Cause;
import org.jspecify.annotations.Nullable;

/** Reads the sides of comparisons, token by token: names, values, and what is reckoned from them. */
abstract sealed class OperandReader permits Parser {

    private static final BigDecimal LONGEST_SPAN = BigDecimal.valueOf(100_000);
    private static final Set<String> UNITS = Set.of("year", "years", "month", "months", "day", "days");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "in", "between", "contains", "true", "false", "today", "date");

    final List<Token> tokens;
    Checker checker;
    /** Within "satisfies", what the thing is called there. */
    @Nullable String variable;
    int at;

    OperandReader(List<Token> tokens, Checker checker) {
        this.tokens = tokens;
        this.checker = checker;
    }

    /** A name; within "satisfies" a field of the thing spoken of. */
    Token name() throws SyntaxFault {
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

    Operand operand() throws SyntaxFault {
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

    Token peek() {
        return tokens.get(at);
    }

    boolean take(String symbolOrWord) {
        boolean there = peek().is(symbolOrWord);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String symbolOrWord) throws SyntaxFault {
        if (!take(symbolOrWord)) {
            throw expected("“" + symbolOrWord + "”");
        }
    }

    SyntaxFault expected(String what) {
        Token found = peek();
        return new SyntaxFault(found.column(), "Expected " + what + ", found " + found.shown() + ".",
                "See “Conditions” in docs/catalogue-format.md.");
    }
}
