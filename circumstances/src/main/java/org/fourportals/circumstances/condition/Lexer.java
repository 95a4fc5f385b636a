package org.fourportals.circumstances.condition;

import java.util.ArrayList;
import java.util.List;

/** Cuts a written condition into tokens. */
final class Lexer {

    private static final List<String> SYMBOLS = List.of("!=", "<=", ">=", "..", ".", "=", "<", ">", "(", ")", "[", "]", ",", "+", "-", "*", "/");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws SyntaxFault {
        return new Lexer(text).all();
    }

    private List<Token> all() throws SyntaxFault {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length()) {
                tokens.add(new Token(Token.Kind.END, "", at + 1));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private Token next() throws SyntaxFault {
        char c = text.charAt(at);
        if (c == '"') {
            return string();
        }
        if (isDigit(c)) {
            return number();
        }
        if (isLetter(c)) {
            int start = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            return new Token(Token.Kind.NAME, text.substring(start, at), start + 1);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                if (symbol.equals("=") && text.startsWith("==", at)) {
                    break;
                }
                at += symbol.length();
                return new Token(Token.Kind.SYMBOL, symbol, at - symbol.length() + 1);
            }
        }
        throw stranger();
    }

    private Token string() throws SyntaxFault {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new SyntaxFault(start + 1, "A quoted text begins here and does not end.", "Close it with \".");
        }
        at++;
        return new Token(Token.Kind.STRING, value.toString(), start + 1);
    }

    private Token number() throws SyntaxFault {
        int start = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        if (at < text.length() && isLetter(text.charAt(at))) {
            throw new SyntaxFault(start + 1, "A name may not begin with a digit, nor a number hold a letter.",
                    "Write a number, or put a text in double quotes.");
        }
        if (at - start > 18) {
            throw new SyntaxFault(start + 1, "The number is too long.", "Use at most 18 digits.");
        }
        return new Token(Token.Kind.NUMBER, text.substring(start, at), start + 1);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private SyntaxFault stranger() {
        int c = text.codePointAt(at);
        String shown = Wording.brief(Character.toString(c));
        String remedy = switch (c) {
            case '\'', '“', '”', '„', '‘', '’', '「', '」', '＂' -> "Put texts in plain double quotes: \"text\".";
            case '=' -> "Write = for “is equal to”.";
            case '&' -> "Write and.";
            case '|' -> "Write or.";
            case '!' -> "Write not(…), or != for “is not equal to”.";
            case '（', '）', '，' -> "Write brackets and commas in their plain (half-width) form.";
            default -> "Remove it; only names, numbers, \"texts\" and = != < <= > >= + - * / ( ) [ ] , .. may stand here.";
        };
        return new SyntaxFault(at + 1, "The character “" + shown + "” has no meaning in a condition.", remedy);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
