package org.fourportals.circumstances.dmn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fourportals.circumstances.Problem;
import org.fourportals.circumstances.condition.Place;
import org.fourportals.circumstances.condition.Wording;

/** Cuts an expression of FEEL into tokens; names that the model declares may hold spaces and are taken as a whole. */
final class FeelTokens {

    /** The kinds of token. */
    enum Kind { NAME, TEXT, NUMBER, SIGN, END }

    /** One token. */
    record Token(Kind kind, String text) {
        boolean is(String sign) {
            return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
        }
    }

    static final int LONGEST = 60_000;
    private static final List<String> SIGNS = List.of("..", "<=", ">=", "!=", "**", "(", ")", "[", "]", ",", "<", ">", "=", "+", "-",
            "*", "/", ".", "?", "@", "{", "}", ":");

    private final String text;
    private final List<String> spaced;
    private final Place place;
    private int at;

    private FeelTokens(String text, List<String> spaced, Place place) {
        this.text = text;
        this.spaced = spaced;
        this.place = place;
    }

    static List<Token> of(String text, Set<String> names, Place place) {
        if (text.length() > LONGEST) {
            throw new CannotRead(Problem.Kind.TOO_LARGE, place, "An expression has " + text.length() + " characters: more than the "
                    + LONGEST + " that are read.", "Split it.");
        }
        List<String> spaced = names.stream().filter(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*"))
                .sorted(Comparator.comparing(String::length).reversed()).toList();
        return new FeelTokens(text, spaced, place).all();
    }

    private List<Token> all() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Kind.END, ""));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private Token next() {
        char c = text.charAt(at);
        if (c == '"') {
            return quoted();
        }
        for (String name : spaced) {
            if (text.startsWith(name, at) && !inWord(at + name.length())) {
                at += name.length();
                return new Token(Kind.NAME, name);
            }
        }
        if (c >= '0' && c <= '9' || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            return number();
        }
        if (Character.isLetter(c) || c == '_') {
            int start = at;
            while (inWord(at)) {
                at++;
            }
            return new Token(Kind.NAME, text.substring(start, at));
        }
        String sign = SIGNS.stream().filter(one -> text.startsWith(one, at)).findFirst().orElseThrow(() ->
                new CannotRead(Problem.Kind.SYNTAX, place, "The character “" + Wording.brief(Character.toString(text.codePointAt(at)))
                        + "” has no meaning in “" + Wording.brief(text) + "”.", "Texts stand in plain double quotes; remove what is not FEEL."));
        at += sign.length();
        return new Token(Kind.SIGN, sign);
    }

    private boolean inWord(int index) {
        return index < text.length() && (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
    }

    private Token number() {
        int start = at;
        boolean point = false;
        while (at < text.length() && (Character.isDigit(text.charAt(at))
                || !point && text.charAt(at) == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
            point |= text.charAt(at) == '.';
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > 18 || !digits.matches("[0-9.]+")) {
            throw new CannotRead(Problem.Kind.SYNTAX, place, "The number “" + Wording.brief(digits) + "” is too long.", "Use at most 18 digits.");
        }
        return new Token(Kind.NUMBER, digits.startsWith(".") ? "0" + digits : digits);
    }

    private Token quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                value.append(switch (escaped) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    case '"', '\\', '\'' -> String.valueOf(escaped);
                    default -> "\\" + escaped;
                });
            } else {
                value.append(c);
            }
        }
        if (at >= text.length()) {
            throw new CannotRead(Problem.Kind.SYNTAX, place, "A quoted text in “" + Wording.brief(text) + "” does not end.", "Close it with \".");
        }
        at++;
        return new Token(Kind.TEXT, value.toString());
    }
}
