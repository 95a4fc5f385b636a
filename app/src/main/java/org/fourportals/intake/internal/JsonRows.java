package org.fourportals.intake.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fourportals.intake.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON objects with plain values, one a line; a line that is none costs that line. */
final class JsonRows {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final int LONGEST = 1 << 20;
    private static final int SHOWN = 1_000;

    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** All lines of a content; blank ones are counted and left out. */
    static JsonRows of(byte[] content) {
        JsonRows all = new JsonRows();
        int begin = 0;
        for (int number = 1; begin < content.length; number++) {
            int end = begin;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            all.take(number, content, begin, end - begin);
            begin = end + 1;
        }
        return all;
    }

    /** A message a row, by its offset; one without content is a row that is left out. */
    static JsonRows ofMessages(List<ConsumerRecord<byte[], byte[]>> messages) {
        JsonRows all = new JsonRows();
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            byte[] value = message.value();
            if (value == null || value.length == 0) {
                all.rows.add(new Row.Broken(message.offset(), "", Reason.of("no-content")));
            } else if (value.length > LONGEST) {
                all.rows.add(new Row.Broken(message.offset(), new String(value, 0, SHOWN, StandardCharsets.UTF_8), Reason.of("too-long", String.valueOf(LONGEST))));
            } else {
                all.take(message.offset(), value, 0, value.length);
            }
        }
        return all;
    }

    List<Row> rows() {
        return rows;
    }

    /** Names and types of the values that came. */
    Map<String, String> columns() {
        return columns;
    }

    private void take(long number, byte[] content, int offset, int length) {
        String line;
        try {
            line = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, offset, length)).toString().strip();
        } catch (CharacterCodingException e) {
            rows.add(new Row.Broken(number, new String(content, offset, length, StandardCharsets.ISO_8859_1), Reason.of("not-utf8")));
            return;
        }
        if (!line.isEmpty()) {
            rows.add(row(number, line));
        }
    }

    private Row row(long number, String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject() && node.values().stream().allMatch(JsonNode::isValueNode)) {
                Map<String, String> cells = new LinkedHashMap<>();
                node.properties().stream().filter(value -> !value.getValue().isNull()).forEach(value -> {
                    cells.put(value.getKey(), value.getValue().isNumber() ? value.getValue().decimalValue().toPlainString() : value.getValue().asString());
                    columns.putIfAbsent(value.getKey(), type(value.getValue()));
                });
                return new Row.Cells(number, line, cells);
            }
        } catch (JacksonException e) {
            // said below
        }
        return new Row.Broken(number, line, Reason.of("not-json"));
    }

    private static String type(JsonNode value) {
        return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "text";
    }
}
