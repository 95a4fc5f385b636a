package org.fourportals.assistant.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Words that speak for a reason to decline, whatever else a question says; from {@code assistant/guards.tsv}. They weigh with what the
 * {@link IntentModel} thinks and do not decide alone: somebody may report a forged contract.
 */
public final class Guards {

    private static final double WEIGHT = 6;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /** Reads the file; throws {@link IllegalStateException} for a line without a pattern. */
    public Guards() {
        var file = Objects.requireNonNull(Guards.class.getResourceAsStream("/assistant/guards.tsv"), "assistant/guards.tsv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                int tab = line.indexOf('\t');
                if (tab < 1) {
                    throw new IllegalStateException("assistant/guards.tsv: no pattern: " + line);
                }
                patterns.put("refuse:" + line.substring(0, tab), Pattern.compile(line.substring(tab + 1), Pattern.CASE_INSENSITIVE));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shares with those raised that the words of the question speak for; they add up to 1 again. */
    public Map<String, Double> raise(Map<String, Double> likely, String question) {
        String head = question.length() > 1_000 ? question.substring(0, 1_000) : question;
        Map<String, Double> raised = new LinkedHashMap<>(likely);
        patterns.forEach((intent, pattern) -> {
            if (raised.containsKey(intent) && pattern.matcher(head).find()) {
                raised.merge(intent, WEIGHT, (share, weight) -> (share + 0.02) * weight);
            }
        });
        double all = raised.values().stream().mapToDouble(Double::doubleValue).sum();
        raised.replaceAll((intent, share) -> share / Math.max(all, 1e-9));
        return raised;
    }
}
