package org.fourportals.linked;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Looks through a file of JSON-LD before it is interpreted: whether it is JSON at all, neither too deep nor with too long texts, and whether it
 * would have something fetched, such as a context from elsewhere.
 */
final class JsonGuard {

    private static final int DEEPEST = 64;

    private JsonGuard() {
    }

    static List<Fault> check(String text) {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LinkedFile.LONGEST_TEXT).build())
                .build();
        Deque<Boolean> inContext = new ArrayDeque<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String name = parser.currentName();
                boolean context = "@context".equals(name) || token != JsonToken.PROPERTY_NAME && name == null && inArrayOfContexts(inContext);
                if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                    inContext.push(token == JsonToken.START_ARRAY && context);
                } else if (token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT) {
                    inContext.pop();
                } else if (token == JsonToken.VALUE_STRING && (context || "@import".equals(name))) {
                    return List.of(new Fault((long) parser.currentTokenLocation().getLineNr(),
                            "A context that lies elsewhere is not fetched; write it into the file: " + GraphFacts.shortened(parser.getString())));
                }
            }
            return List.of();
        } catch (JacksonException e) {
            return List.of(new Fault(e.getLocation() == null ? null : (long) e.getLocation().getLineNr(),
                    GraphFacts.shortened(e.getOriginalMessage())));
        }
    }

    private static boolean inArrayOfContexts(Deque<Boolean> inContext) {
        return Boolean.TRUE.equals(inContext.peek());
    }
}
