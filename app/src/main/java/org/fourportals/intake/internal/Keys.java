package org.fourportals.intake.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys of a connector's file: words, lists of words and keys below keys. Stops at the first fault, which names its line. */
final class Keys {

    /** What is wrong in a line. */
    static final class Wrong extends RuntimeException {
        final int line;

        Wrong(int line, String what) {
            super(what);
            this.line = line;
        }
    }

    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private Keys(MappingNode node) {
        this.line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key) || values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new Wrong(lineOf(tuple.getKeyNode()), "write each key once, as key: value");
            }
            lines.put(key.getValue(), lineOf(key));
        }
    }

    static Keys of(String text) {
        try {
            Node root = new Compose(LoadSettings.builder().setMaxAliasesForCollections(0).build()).composeString(text).orElse(null);
            if (root instanceof MappingNode mapping) {
                return new Keys(mapping);
            }
            throw new Wrong(1, "the file has no keys");
        } catch (MarkedYamlEngineException e) {
            throw new Wrong(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, "this is not YAML; check the indentation, the colons and the quotes");
        } catch (YamlEngineException e) {
            throw new Wrong(1, "this is not YAML");
        }
    }

    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    String word(String key) {
        String word = find(key);
        if (word == null) {
            throw new Wrong(line, "\"" + key + "\" is missing");
        }
        return word;
    }

    @Nullable String find(String key) {
        return has(key) ? scalar(values.get(key), key) : null;
    }

    String word(String key, String standard) {
        String word = find(key);
        return word == null ? standard : word;
    }

    /** A whole number within limits. */
    int number(String key, int standard, int least, int most) {
        String word = find(key);
        if (word == null) {
            return standard;
        }
        int number = word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : -1;
        if (number < least || number > most) {
            throw new Wrong(line(key), "\"" + key + "\" must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** One word or a list of them; never empty. */
    List<String> words(String key) {
        if (has(key) && values.get(key) instanceof SequenceNode list && !list.getValue().isEmpty()) {
            return list.getValue().stream().map(node -> scalar(node, key)).toList();
        }
        return List.of(word(key));
    }

    Keys below(String key) {
        if (has(key) && values.get(key) instanceof MappingNode mapping) {
            return new Keys(mapping);
        }
        throw new Wrong(line(key), "\"" + key + "\" must have keys of its own");
    }

    /** All keys with their words, in their order. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        values.keySet().forEach(key -> all.put(key, word(key)));
        return all;
    }

    /** To be called when all keys were asked for: the others are unknown. */
    void close() {
        values.keySet().stream().filter(key -> !asked.contains(key)).findFirst().ifPresent(key -> {
            throw new Wrong(line(key), "\"" + key + "\" is not known here; known are " + String.join(", ", asked));
        });
    }

    private static String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw new Wrong(lineOf(node), "\"" + key + "\" needs a word");
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
