package org.fourportals.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The options after a benchmark's name: {@code --full}, and {@code --key value}. */
public record Options(boolean full, Map<String, String> values) {

    /** Reads them. Throws {@link IllegalArgumentException} for anything else. */
    public static Options of(String... words) {
        boolean full = false;
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--full")) {
                full = true;
            } else if (words[i].startsWith("--") && i + 1 < words.length && !words[i + 1].startsWith("--")) {
                values.put(words[i].substring(2), words[++i]);
            } else {
                throw new IllegalArgumentException(words[i] + " is not understood here, or lacks its value");
            }
        }
        return new Options(full, Map.copyOf(values));
    }

    /** Throws {@link IllegalArgumentException} if there are others than these. */
    public void allow(String... names) {
        values.keySet().stream().filter(name -> !List.of(names).contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("there is no option --" + name);
        });
    }

    /** The value of an option, or what stands for it. */
    public String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** The whole number of an option, or what stands for it. */
    public long number(String name, long otherwise) {
        try {
            return Long.parseLong(value(name, String.valueOf(otherwise)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " needs a whole number");
        }
    }
}
