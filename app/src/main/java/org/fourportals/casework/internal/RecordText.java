package org.fourportals.casework.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.fourportals.casework.CaseContent.KnownRecord;
import org.fourportals.sharing.SharedRecord;

/** Records of the pool as text, as a case keeps them, and back with the types their data set declares. Images are not kept. */
final class RecordText {

    private RecordText() {
    }

    static KnownRecord write(SharedRecord read) {
        Map<String, String> fields = new HashMap<>();
        read.fields().forEach((name, value) -> fields.put(name, value instanceof byte[] ? "image" : value.toString()));
        return new KnownRecord(read.id(), read.version(), fields);
    }

    /** @param types by field, as in `datasets.tsv` */
    static Map<String, Object> read(KnownRecord known, Map<String, String> types) {
        Map<String, Object> fields = new HashMap<>();
        known.fields().forEach((name, text) -> fields.put(name, value(types.getOrDefault(name, "text"), text)));
        return fields;
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "date" -> LocalDate.parse(text);
            case "datetime" -> Instant.parse(text);
            case "integer" -> Long.valueOf(text);
            case "decimal", "money" -> new BigDecimal(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
