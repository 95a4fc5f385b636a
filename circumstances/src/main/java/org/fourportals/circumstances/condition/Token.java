package org.fourportals.circumstances.condition;

/** A piece of a written condition with the column at which it begins, from 1. */
record Token(Kind kind, String text, int column) {

    enum Kind { NAME, STRING, NUMBER, SYMBOL, END }

    boolean is(String symbolOrWord) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrWord);
    }

    /** How a message quotes it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "\"" + Wording.brief(text) + "\"";
            case NAME, NUMBER, SYMBOL -> "“" + Wording.brief(text) + "”";
        };
    }
}
