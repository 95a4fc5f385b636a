package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Keys and values of a YAML file. A value that is missing or of the wrong form leaves a problem and is replaced by a stand-in, so that
 * reading goes on and finds the other problems; nothing read from a file with problems is ever used.
 */
public final class YamlMap {

    private static final String MISSING = "?";
    private static final Text MISSING_TEXT = new Text(MISSING, MISSING);

    private final String what;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(MappingNode node, String what, Problems problems) {
        this.what = what;
        this.line = lineOf(node);
        this.problems = problems;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problems.add(lineOf(tuple.getKeyNode()), "A key of " + what + " is not a word", "Write it as `key: value`.");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                problems.add(lineOf(key), "The key \"" + key.getValue() + "\" stands twice in " + what, "Remove one of them.");
            } else {
                lines.put(key.getValue(), lineOf(key));
            }
        }
    }

    public int line() {
        return line;
    }

    /** Line of a key; that of the whole where the key is missing. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** All keys in their order, as in a map whose keys are ids. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** A required plain value; never blank. */
    public String string(String key) {
        return find(key, true).map(YamlText::value).orElse(MISSING);
    }

    public @Nullable String findString(String key) {
        return find(key, false).map(YamlText::value).orElse(null);
    }

    /** An optional plain value with its line. */
    public Optional<YamlText> findText(String key) {
        return find(key, false);
    }

    /** A required plain value with its line. */
    public YamlText plain(String key) {
        return find(key, true).orElse(new YamlText(MISSING, line));
    }

    private Optional<YamlText> find(String key, boolean required) {
        if (!has(key)) {
            if (required) {
                problems.add(line, what + " has no \"" + key + "\"", "Add it; docs/catalogue-format.md shows how.");
            }
            return Optional.empty();
        }
        return scalar(values.get(key), "\"" + key + "\" of " + what);
    }

    private Optional<YamlText> scalar(Node node, String name) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.add(lineOf(node), name + " is not a plain text", "Write one value there.");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            problems.add(lineOf(node), name + " is empty", "Write a value, or remove the key if it is optional.");
            return Optional.empty();
        }
        return Optional.of(new YamlText(scalar.getValue().strip(), lineOf(node)));
    }

    /** A required text in both languages. */
    public Text words(String key) {
        if (has(key)) {
            Text text = findWords(key);
            return text == null ? MISSING_TEXT : text;
        }
        problems.add(line, what + " has no \"" + key + "\"", "Add it as {zh: …, en: …}.");
        return MISSING_TEXT;
    }

    public @Nullable Text findWords(String key) {
        if (!has(key)) {
            return null;
        }
        if (values.get(key) instanceof MappingNode node) {
            YamlMap both = new YamlMap(node, "\"" + key + "\" of " + what, problems);
            Text text = both.words();
            both.close();
            return text;
        }
        problems.add(line(key), "\"" + key + "\" of " + what + " is not in both languages", "Write it as {zh: …, en: …}.");
        return MISSING_TEXT;
    }

    /** The text in both languages that stands in this map itself. */
    public Text words() {
        return new Text(language("zh", "Chinese"), language("en", "English"));
    }

    private String language(String key, String name) {
        if (has(key)) {
            return find(key, true).map(YamlText::value).orElse(MISSING);
        }
        problems.add(line, what + " lacks its " + name + " text", "Add `" + key + ": …`.");
        return MISSING;
    }

    /** A whole number within the limits; the default where the key is missing. */
    public @Nullable Long number(String key, @Nullable Long standard, long least, long most) {
        Optional<YamlText> text = find(key, false);
        if (text.isEmpty()) {
            return standard;
        }
        String digits = text.get().value();
        long value = digits.matches("-?[0-9]{1,15}") ? Long.parseLong(digits) : Long.MIN_VALUE;
        if (value < least || value > most) {
            problems.add(text.get().line(), "\"" + key + "\" of " + what + " is not a whole number: " + digits,
                    "Write a number from " + least + " to " + most + ".");
            return standard;
        }
        return value;
    }

    /** `true` or `false`; the default where the key is missing. */
    public boolean flag(String key, boolean standard) {
        Optional<YamlText> text = find(key, false);
        if (text.isPresent() && !text.get().value().matches("true|false")) {
            problems.add(text.get().line(), "\"" + key + "\" of " + what + " is \"" + text.get().value() + "\"", "Write true or false.");
        }
        return text.map(t -> t.value().equals("true")).orElse(standard);
    }

    /** One of the words given; the first where it is missing or another. */
    public String oneOf(String key, List<String> words) {
        String value = string(key);
        if (!value.equals(MISSING) && !words.contains(value)) {
            problems.add(line(key), "\"" + key + "\" of " + what + " cannot be \"" + value + "\"",
                    Suggestion.forName(value, words, "the words for \"" + key + "\""));
        }
        return words.contains(value) ? value : words.getFirst();
    }

    public Optional<YamlMap> map(String key, String name) {
        if (has(key) && values.get(key) instanceof MappingNode node) {
            return Optional.of(new YamlMap(node, name, problems));
        }
        problems.add(line(key), has(key) ? "\"" + key + "\" of " + what + " has no keys of its own" : what + " has no \"" + key + "\"",
                "Write it as docs/catalogue-format.md shows.");
        return Optional.empty();
    }

    public Optional<YamlMap> findMap(String key, String name) {
        return has(key) ? map(key, name) : Optional.empty();
    }

    /** The maps of an optional list, each with its `id` in its name for messages, such as `question "hukou"`. */
    public List<YamlMap> maps(String key, String name) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof MappingNode mapping) {
                maps.add(new YamlMap(mapping, named(mapping, name), problems));
            } else {
                problems.add(lineOf(node), "An entry of \"" + key + "\" of " + what + " has no keys", "Write it as `- {key: value, …}`.");
            }
        }
        return maps;
    }

    /** The texts of an optional list. */
    public List<YamlText> texts(String key) {
        return nodes(key).stream().flatMap(node -> scalar(node, "An entry of \"" + key + "\" of " + what).stream()).toList();
    }

    /** The entries of an optional list as they are. */
    public List<Node> nodes(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode list) {
            return list.getValue();
        }
        problems.add(line(key), "\"" + key + "\" of " + what + " is not a list", "Begin each entry with a dash, or write [a, b].");
        return List.of();
    }

    /** To be called when all keys were asked for: the others are unknown. */
    public void close() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                problems.add(line(key), "\"" + key + "\" is not a key of " + what, Suggestion.forName(key, asked, "its keys"));
            }
        }
    }

    @Override
    public String toString() {
        return what;
    }

    private static String named(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(t -> t.getKeyNode() instanceof ScalarNode key && key.getValue().equals("id"))
                .filter(t -> t.getValueNode() instanceof ScalarNode)
                .map(t -> name + " \"" + ((ScalarNode) t.getValueNode()).getValue() + "\"").findFirst().orElse(name);
    }

    static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
