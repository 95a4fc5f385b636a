package org.fourportals.assistant.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.fourportals.assistant.Target;
import org.fourportals.base.Language;
import org.fourportals.base.Text;

/** The assistant's words: sentences with gaps from {@code assistant/phrases.tsv}, and what is told of each part of the product from {@code assistant/topics.tsv}. */
public final class Phrases {

    private static final String PATH = "/assistant/";

    private final Map<String, Text> sentences = new HashMap<>();
    private final Map<Target, Topic> topics = new HashMap<>();

    /** What is told of a part of the product. */
    public record Topic(Text title, Text text) {
    }

    /** Reads both files; throws {@link IllegalStateException} for a line that is not whole, and for a part of the product without a topic. */
    public Phrases() {
        for (String[] cells : rows("phrases.tsv", 3)) {
            sentences.put(cells[0], new Text(cells[1], cells[2]));
        }
        for (String[] cells : rows("topics.tsv", 5)) {
            Target target = Target.find(cells[0]).orElseThrow(() -> new IllegalStateException("assistant/topics.tsv: no part is called " + cells[0]));
            topics.put(target, new Topic(new Text(cells[1], cells[2]), new Text(cells[3], cells[4])));
        }
        for (Target target : Target.values()) {
            if (!topics.containsKey(target)) {
                throw new IllegalStateException("assistant/topics.tsv says nothing of " + target.id());
            }
        }
    }

    private static List<String[]> rows(String file, int columns) {
        var stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(PATH + file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String[]> rows = lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
            rows.stream().filter(cells -> cells.length != columns).findFirst().ifPresent(bad -> {
                throw new IllegalStateException("assistant/" + file + ": not " + columns + " cells: " + String.join(" | ", bad));
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Topic topic(Target target) {
        return Objects.requireNonNull(topics.get(target));
    }

    /** The sentence with its gaps filled; throws {@link IllegalArgumentException} if there is none with this key. */
    public Text say(String key, Object... gaps) {
        Text sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalArgumentException("assistant/phrases.tsv has no " + key);
        }
        return new Text(filled(sentence.zh(), Language.ZH, gaps), filled(sentence.en(), Language.EN, gaps));
    }

    private static String filled(String sentence, Language language, Object... gaps) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int gap = sentence.indexOf('{'); gap >= 0; gap = sentence.indexOf('{', from)) {
            Object value = gaps[sentence.charAt(gap + 1) - '0'];
            filled.append(sentence, from, gap).append(value instanceof Text text ? text.in(language) : value);
            from = gap + 3;
        }
        return filled.append(sentence.substring(from)).toString();
    }

    /** Several names in one sentence. */
    public static Text joined(List<Text> names) {
        return new Text(names.stream().map(Text::zh).collect(Collectors.joining("、")), names.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
