package org.fourportals.circumstances.dmn;

import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;
import org.fourportals.circumstances.dmn.FeelTokens.Kind;
import org.fourportals.circumstances.dmn.FeelTokens.Token;

/** Goes through the tokens of an expression, never deeper nor longer than a sound one needs. */
abstract sealed class FeelReading permits FeelParser {

    private static final int DEEPEST = 120;

    final Place place;
    final List<Token> tokens;
    int at;
    int depth;
    private final String text;
    private long steps;

    FeelReading(String text, Set<String> names, Place place) {
        this.text = text;
        this.place = place;
        this.tokens = FeelTokens.of(text, names, place);
    }

    final void end() {
        if (peek().kind() != Kind.END) {
            throw cannot();
        }
    }

    final Token peek() {
        return tokens.get(at);
    }

    final boolean take(String sign) {
        if (peek().kind() != Kind.TEXT && peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    final void expect(String sign) {
        if (!take(sign)) {
            throw cannot();
        }
    }

    final CannotRead cannot() {
        String shown = peek().kind() == Kind.END ? "its end" : "“" + Wording.brief(peek().text()) + "”";
        return new CannotRead(Problem.Kind.SYNTAX, place, "“" + Wording.brief(text) + "” cannot be followed from " + shown + " on.",
                "Use values, lists, ranges, comparisons, not(…) and -, and in expressions and, or, not, if and comparisons.");
    }

    /** One level more; and in all no more steps than a sound text of its length can need. */
    final void deeper() {
        if (++depth > DEEPEST || ++steps > 100L * tokens.size()) {
            throw new CannotRead(Problem.Kind.TOO_LARGE, place, "“" + Wording.brief(text) + "” is nested too deep.", "Split it.");
        }
    }
}
