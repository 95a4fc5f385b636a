package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Where each value of a file stands, character by character, so that one can be replaced and all else stays. */
public final class YamlPlaces {

    private static final String PLAIN = "[\\p{L}（“][^\\[\\]{},:#&*!|>'\"%@`\\\\\\p{Cntrl}]*[^\\s\\[\\]{},:#&*!|>'\"%@`\\\\\\p{Cntrl}]";
    private static final Set<String> NO_WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "True", "False", "Null");

    private YamlPlaces() {
    }

    /**
     * A value on one line or in quotes.
     *
     * @param path keys joined by dots; an entry of a list by its `id`, or its number where it has none
     * @param from its first character in the text, quotes included
     * @param to   the character after its last
     */
    public record Found(String path, String value, int from, int to) {
    }

    /** All values in their order; none where the text is not plain YAML. Of two with one path only the first. */
    public static List<Found> of(String text) {
        Problems problems = new Problems("");
        if (YamlFile.parse(text, "the file", problems).isEmpty() || !problems.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Offsets offsets = new Offsets(text);
        new Compose(LoadSettings.builder().build()).composeString(text).ifPresent(root -> collect(root, "", offsets, found));
        return List.copyOf(found);
    }

    private static void collect(Node node, String path, Offsets offsets, List<Found> found) {
        switch (node) {
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key) {
                        collect(tuple.getValueNode(), path.isEmpty() ? key.getValue() : path + "." + key.getValue(), offsets, found);
                    }
                }
            }
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    collect(sequence.getValue().get(i), path + "." + name(sequence.getValue().get(i), i), offsets, found);
                }
            }
            case ScalarNode scalar when scalar.getScalarStyle() != ScalarStyle.LITERAL && scalar.getScalarStyle() != ScalarStyle.FOLDED ->
                found.add(new Found(path, scalar.getValue(), offsets.of(scalar.getStartMark().orElseThrow().getIndex()),
                        offsets.of(scalar.getEndMark().orElseThrow().getIndex())));
            default -> {
            }
        }
    }

    private static String name(Node entry, int number) {
        if (entry instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("id") && tuple.getValueNode() instanceof ScalarNode id
                        && !id.getValue().contains(".")) {
                    return id.getValue();
                }
            }
        }
        return String.valueOf(number);
    }

    /** A value as it can stand anywhere in a file, in quotes where it needs them. */
    public static String written(String value) {
        return value.matches("\\d+(\\.\\d+)?") || value.matches(PLAIN) && !NO_WORDS.contains(value) ? value : "'" + value.replace("'", "''") + "'";
    }

    /** Marks count code points, texts count characters. */
    private static final class Offsets {

        private final String text;
        private int points;
        private int chars;

        Offsets(String text) {
            this.text = text;
        }

        int of(int index) {
            if (index < points) {
                points = 0;
                chars = 0;
            }
            chars = text.offsetByCodePoints(chars, index - points);
            points = index;
            return chars;
        }
    }
}
