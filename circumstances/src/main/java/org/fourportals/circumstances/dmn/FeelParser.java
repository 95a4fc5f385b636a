package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;
import org.fourportals.circumstances.dmn.FeelNode.Test;
import org.fourportals.circumstances.dmn.FeelTokens.Kind;
import org.fourportals.circumstances.dmn.FeelTokens.Token;

/** Reads expressions and the tests of cells, by recursive descent. What it does not know it refuses, with the line. */
final class FeelParser extends FeelReading {

    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

    private FeelParser(String text, Set<String> names, Place place) {
        super(text, names, place);
    }

    /** An expression; `names` are those that the model declares. */
    static FeelNode expression(String text, Set<String> names, Place place) {
        FeelParser parser = new FeelParser(text, names, place);
        FeelNode node = parser.expression();
        parser.end();
        return node;
    }

    /** The tests of a cell, one of which must be met. */
    static List<Test> tests(String text, Set<String> names, Place place) {
        FeelParser parser = new FeelParser(text, names, place);
        List<Test> tests = parser.tests();
        parser.end();
        return tests;
    }

    private FeelNode expression() {
        deeper();
        FeelNode node;
        if (take("if")) {
            FeelNode when = expression();
            expect("then");
            FeelNode then = expression();
            expect("else");
            node = new FeelNode.If(when, then, expression());
        } else if ((peek().is("some") || peek().is("every")) && tokens.get(at + 1).kind() == Kind.NAME) {
            boolean every = tokens.get(at++).is("every");
            String variable = tokens.get(at++).text();
            expect("in");
            FeelNode in = primary();
            expect("satisfies");
            node = new FeelNode.Quantified(every, variable, in, expression());
        } else {
            node = joined("or");
        }
        depth--;
        return node;
    }

    private FeelNode joined(String word) {
        List<FeelNode> parts = new ArrayList<>();
        do {
            parts.add(word.equals("or") ? joined("and") : comparison());
        } while (take(word));
        return parts.size() == 1 ? parts.getFirst() : new FeelNode.Call(word, parts);
    }

    private FeelNode comparison() {
        FeelNode left = sum();
        if (take("between")) {
            FeelNode low = sum();
            expect("and");
            return new FeelNode.In(left, List.of(new Test.Range(low, true, sum(), true)));
        }
        if (take("in")) {
            if (peek().is("(")) {
                int before = at++;
                int level = depth;
                try {
                    List<Test> tests = tests();
                    expect(")");
                    return new FeelNode.In(left, tests);
                } catch (CannotRead _) {
                    at = before; // an interval that is open below
                    depth = level;
                }
            }
            return new FeelNode.In(left, List.of(test()));
        }
        if (peek().kind() == Kind.SIGN && COMPARISONS.contains(peek().text())) {
            String sign = tokens.get(at++).text();
            return new FeelNode.Op(sign, left, sum());
        }
        return left;
    }

    private FeelNode sum() {
        FeelNode left = product();
        int before = depth;
        while (peek().is("+") || peek().is("-")) {
            deeper();
            String sign = tokens.get(at++).text();
            left = new FeelNode.Op(sign, left, product());
        }
        depth = before;
        return left;
    }

    private FeelNode product() {
        FeelNode left = signed();
        int before = depth;
        while (peek().is("*") || peek().is("/")) {
            deeper();
            String sign = tokens.get(at++).text();
            left = new FeelNode.Op(sign, left, signed());
        }
        depth = before;
        return left;
    }

    private FeelNode signed() {
        if (take("-")) {
            deeper();
            FeelNode value = signed();
            depth--;
            return value instanceof FeelNode.Num(BigDecimal number) ? new FeelNode.Num(number.negate())
                    : new FeelNode.Op("-", new FeelNode.Num(BigDecimal.ZERO), value);
        }
        FeelNode node = primary();
        while (peek().is(".") && tokens.get(at + 1).kind() == Kind.NAME) {
            at++;
            node = new FeelNode.Field(node, tokens.get(at++).text());
        }
        return node;
    }

    private FeelNode primary() {
        deeper();
        Token token = tokens.get(at++);
        FeelNode node = switch (token.kind()) {
            case TEXT -> new FeelNode.Text(token.text());
            case NUMBER -> new FeelNode.Num(new BigDecimal(token.text()));
            case NAME -> word(token.text());
            case SIGN -> switch (token.text()) {
                case "(" -> {
                    FeelNode inner = expression();
                    expect(")");
                    yield inner;
                }
                case "[" -> new FeelNode.Values(list("]"));
                case "?" -> FeelNode.TESTED;
                case "@" -> day(tokens.get(at++));
                default -> {
                    at--;
                    throw cannot();
                }
            };
            case END -> {
                at--;
                throw cannot();
            }
        };
        depth--;
        return node;
    }

    private FeelNode word(String word) {
        switch (word) {
            case "true", "false" -> {
                return new FeelNode.Bool(word.equals("true"));
            }
            case "null" -> {
                return new FeelNode.Nothing();
            }
            case "date" -> {
                if (peek().is("(") && tokens.get(at + 1).kind() == Kind.TEXT && tokens.get(at + 2).is(")")) {
                    FeelNode day = day(tokens.get(at + 1));
                    at += 3;
                    return day;
                }
            }
            default -> { }
        }
        if (word.equals("list") && peek().is("contains") || word.equals("distinct") && peek().is("values")) {
            word += " " + tokens.get(at++).text();
        }
        if (take("(")) {
            return new FeelNode.Call(word, list(")"));
        }
        return new FeelNode.Name(word);
    }

    private List<FeelNode> list(String close) {
        List<FeelNode> values = new ArrayList<>();
        if (take(close)) {
            return values;
        }
        do {
            values.add(expression());
        } while (take(","));
        expect(close);
        return values;
    }

    private FeelNode day(Token token) {
        try {
            if (token.kind() == Kind.TEXT) {
                return new FeelNode.Day(LocalDate.parse(token.text()));
            }
        } catch (DateTimeException _) { // told below
        }
        throw new CannotRead(Problem.Kind.SYNTAX, place, "“" + Wording.brief(token.text()) + "” is not a day.",
                "Write date(\"2026-01-31\").");
    }

    private List<Test> tests() {
        deeper();
        List<Test> tests = new ArrayList<>();
        do {
            tests.add(test());
        } while (take(","));
        depth--;
        return tests;
    }

    private Test test() {
        if (peek().is("-") && (tokens.get(at + 1).kind() == Kind.END)) {
            at++;
            return new Test.Any();
        }
        if (peek().is("not") && tokens.get(at + 1).is("(")) {
            at += 2;
            List<Test> none = tests();
            expect(")");
            return new Test.Not(none);
        }
        if (peek().kind() == Kind.SIGN && COMPARISONS.contains(peek().text())) {
            String sign = tokens.get(at++).text();
            return new Test.Compared(sign, sum());
        }
        Token open = peek();
        if (open.is("[") || open.is("(") || open.is("]")) {
            int before = at++;
            FeelNode low = sum();
            if (take("..")) {
                FeelNode high = sum();
                Token close = tokens.get(at++);
                if (!close.is("]") && !close.is(")") && !close.is("[")) {
                    throw cannot();
                }
                return new Test.Range(low, open.is("["), high, close.is("]"));
            }
            at = before;
        }
        FeelNode node = expression();
        return switch (node) {
            case FeelNode.Text _, FeelNode.Num _, FeelNode.Bool _, FeelNode.Day _, FeelNode.Nothing _ -> new Test.Is(node);
            default -> new Test.Holds(node);
        };
    }
}
