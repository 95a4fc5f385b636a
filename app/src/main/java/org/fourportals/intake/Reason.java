package org.fourportals.intake;

import java.util.List;

/**
 * Why a row was not taken: a word for which every language has a sentence that says what to do, and what is put into that sentence. Never
 * holds a value of the row, since those may be personal.
 */
public record Reason(String word, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String word, Object... arguments) {
        return new Reason(word, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
