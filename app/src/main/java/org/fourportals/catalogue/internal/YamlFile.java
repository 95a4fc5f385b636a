package org.fourportals.catalogue.internal;

import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The plain part of YAML that editors need: keys, lists and texts. Anchors, aliases, tabs and very deep nesting are refused, since
 * nobody can read them aloud and a small file could unfold to a huge one.
 */
public final class YamlFile {

    private YamlFile() {
    }

    /** The file's keys; empty after leaving a problem where it is not such YAML. `what` names the file's content in messages. */
    public static Optional<YamlMap> parse(String text, String what, Problems problems) {
        if (hasTabs(text, problems)) {
            return Optional.empty();
        }
        LoadSettings settings = LoadSettings.builder().setLabel(what).build();
        try {
            Node root = new Composer(settings, new PlainEvents(settings, text)).getSingleNode().orElse(null);
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(mapping, what, problems));
            }
            problems.add(1, "The file has no keys", "Begin it as docs/catalogue-format.md shows.");
        } catch (PlainEvents.NotPlain notPlain) {
            problems.add(notPlain.line, notPlain.what, notPlain.remedy);
        } catch (YamlEngineException e) {
            problems.add(line(e, text), "This is not YAML: " + reason(e), "Check the indentation, the colons and the quotes here.");
        }
        return Optional.empty();
    }

    private static boolean hasTabs(String text, Problems problems) {
        if (text.indexOf('\t') < 0) {
            return false;
        }
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].indexOf('\t') >= 0) {
                problems.add(i + 1, "The line contains a tab", "Use spaces.");
            }
        }
        return true;
    }

    private static int line(YamlEngineException e, String text) {
        if (e instanceof MarkedYamlEngineException marked) {
            return marked.getProblemMark().or(marked::getContextMark).map(Mark::getLine).orElse(-1) + 1;
        }
        if (e instanceof ReaderException reader) {
            int end = text.offsetByCodePoints(0, Math.min(reader.getPosition(), text.codePointCount(0, text.length())));
            return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
        }
        return 0;
    }

    private static String reason(YamlEngineException e) {
        return switch (e) {
            case MarkedYamlEngineException marked when marked.getProblem() != null -> marked.getProblem();
            case ReaderException reader -> "it contains the character U+%04X".formatted(reader.getCodePoint());
            case YamlEngineException other -> String.valueOf(other.getMessage());
        };
    }
}
