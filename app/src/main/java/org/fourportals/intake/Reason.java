package org.fourportals.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a row was not taken: a word for which every language has a sentence that says what to do, and what is put into that sentence. Never
 * holds a value of the row, since those may be personal.
 */
public record Reason(String word, List<String> arguments) {

    private static final String MARK = "@";
    private static final String SEPARATOR = "\u001f";

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String word, Object... arguments) {
        return new Reason(word, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** As one text, from which {@link #read} makes it again. */
    public String written() {
        return MARK + word + arguments.stream().map(argument -> SEPARATOR + argument.replace(SEPARATOR, " ")).collect(Collectors.joining());
    }

    /** What {@link #written} wrote; empty for any other text. */
    public static Optional<Reason> read(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.substring(MARK.length()).split(SEPARATOR, -1));
        return Optional.of(new Reason(parts.getFirst(), parts.subList(1, parts.size())));
    }
}
