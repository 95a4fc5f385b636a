package org.fourportals.assistant.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that speak for an intent, from a table of intents and patterns. */
final class Patterns {

    private static final int READ = 1_000;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /** Reads a table on the class path; throws {@link IllegalStateException} for a line without a pattern. */
    Patterns(String resource) {
        var file = Objects.requireNonNull(Patterns.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                int tab = line.indexOf('\t');
                if (tab < 1) {
                    throw new IllegalStateException(resource + ": no pattern: " + line);
                }
                patterns.put(line.substring(0, tab), Pattern.compile(line.substring(tab + 1), Pattern.CASE_INSENSITIVE));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether words of the text speak for the intent; empty if nothing is known of it. */
    Optional<Boolean> speak(String intent, String text) {
        return Optional.ofNullable(patterns.get(intent)).map(pattern -> pattern.matcher(text.length() > READ ? text.substring(0, READ) : text).find());
    }

    Iterable<String> intents() {
        return patterns.keySet();
    }
}
