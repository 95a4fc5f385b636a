package org.fourportals.catalogue.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fourportals.catalogue.AffairPlan.Field;
import org.fourportals.catalogue.AffairPlan.Result;
import org.fourportals.catalogue.AffairPlan.ResultRecord;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.circumstances.condition.Type;
import org.jspecify.annotations.Nullable;

/** Reads `result`: what is issued, and what goes back into the pool. */
final class ResultPart {

    private static final List<String> KINDS = List.of("certificate", "licence", "registration", "payment", "confirmation");

    private final Draft draft;
    private final PoolNames pool;
    private final Map<String, Field> fields = new HashMap<>();
    /** Questions whose answer is written into the record, so that they have a use even without a condition. */
    final Set<String> answersUsed = new HashSet<>();

    ResultPart(Draft draft, PoolNames pool, List<Field> form) {
        this.draft = draft;
        this.pool = pool;
        form.forEach(field -> fields.putIfAbsent(field.id(), field));
    }

    Result read(YamlMap file) {
        return file.map("result", "the result").map(map -> {
            List<YamlText> shows = map.texts("shows");
            shows.forEach(s -> draft.refersTo(s.value(), fields.keySet(), s.line(), "form field", "the fields of the form"));
            Long months = map.number("valid-months", null, 1, 1200);
            Result result = new Result(map.words("name"), map.oneOf("kind", KINDS), months == null ? null : months.intValue(),
                    shows.stream().map(YamlText::value).toList(), map.words("says"), record(map));
            map.close();
            return result;
        }).orElseGet(() -> new Result(draft.affair.name(), KINDS.getFirst(), null, List.of(), draft.affair.name(), null));
    }

    private @Nullable ResultRecord record(YamlMap result) {
        Optional<YamlMap> map = result.findMap("record", "the result's record");
        if (map.isEmpty()) {
            return null;
        }
        YamlMap record = map.get();
        Optional<SharedDataset> dataset = pool.dataset(record, "dataset");
        Map<String, String> values = new LinkedHashMap<>();
        record.map("fields", "the fields of the result's record").ifPresent(entries -> {
            for (String field : entries.keys()) {
                YamlText value = entries.plain(field);
                values.put(field, value.value());
                dataset.flatMap(d -> pool.fieldType(d, field, entries.line(field)))
                        .ifPresent(type -> check(value, field, type, dataset.get()));
            }
            dataset.map(d -> d.fields().firstEntry().getKey()).filter(key -> !values.containsKey(key)).ifPresent(key ->
                    draft.problems.add(entries.line(), "The result's record has no \"" + key + "\", the main key of its data set",
                            "Add it, as in `" + key + ": subject.id`."));
        });
        ResultRecord read = new ResultRecord(record.string("dataset"), pool.role(record), Map.copyOf(values));
        record.close();
        return read;
    }

    /** Checks that an expression exists and gives what the field holds. */
    private void check(YamlText value, String field, String type, SharedDataset dataset) {
        String text = value.value();
        if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 2) {
            literal(value, text.substring(1, text.length() - 1), field, type, dataset);
        } else if (text.startsWith("answer.")) {
            answer(value, text.substring(7), field, type, dataset);
        } else if (text.startsWith("form.")) {
            if (draft.refersTo(text.substring(5), fields.keySet(), value.line(), "form field", "the fields of the form")) {
                expect(value, field, type, form(fields.get(text.substring(5)).type()));
            }
        } else if (text.matches("today( [+-] [0-9]{1,4} (days?|months?|years?))?")) {
            expect(value, field, type, Set.of("date", "datetime"));
        } else if (text.matches("-?[0-9]{1,15}(\\.[0-9]+)?")) {
            expect(value, field, type, Set.of("integer", "decimal", "money"));
        } else if (text.matches("true|false")) {
            expect(value, field, type, Set.of("boolean"));
        } else if (List.of("subject.id", "applicant.id", "subject.name", "applicant.name").contains(text)) {
            expect(value, field, type, text.endsWith(".id") ? Set.of("id") : Set.of("text"));
        } else {
            draft.problems.add(value.line(), "`" + text + "` is no value for \"" + field + "\"",
                    "Write subject.id, subject.name, applicant.id, form.…, answer.…, today, today + 12 months, a number or a \"text\".");
        }
    }

    private void literal(YamlText value, String text, String field, String type, SharedDataset dataset) {
        expect(value, field, type, Set.of("code", "text", "id"));
        Set<String> codes = draft.city.codes(dataset.id(), field).keySet();
        if (type.equals("code") && !codes.isEmpty()) {
            draft.refersTo(text, codes, value.line(), "code", "the codes of " + dataset.id() + "." + field);
        }
    }

    private void answer(YamlText value, String question, String field, String type, SharedDataset dataset) {
        if (!draft.refersTo(question, draft.types.keySet(), value.line(), "question", "the questions")) {
            return;
        }
        answersUsed.add(question);
        switch (draft.types.get(question)) {
            case Type.Date date -> expect(value, field, type, Set.of("date", "datetime"));
            case Type.Number number -> expect(value, field, type, Set.of("integer", "decimal", "money"));
            case Type.YesNo yesNo -> expect(value, field, type, Set.of("boolean"));
            case Type.OneOf one -> {
                expect(value, field, type, Set.of("code", "text", "id"));
                Set<String> codes = draft.city.codes(dataset.id(), field).keySet();
                if (type.equals("code") && !codes.isEmpty()) {
                    one.values().forEach(a -> draft.refersTo(a, codes, value.line(), "code", "the codes of " + dataset.id() + "." + field));
                }
            }
            case Type.SeveralOf several -> expect(value, field, type, Set.of("text"));
            case Type.Repeated _ -> draft.problems.add(value.line(), "Repeated things cannot be written into one field", "Name another question.");
            case Type.Text text -> expect(value, field, type, Set.of("text"));
        }
    }

    private static Set<String> form(String type) {
        return switch (type) {
            case "date" -> Set.of("date", "datetime");
            case "number", "money" -> Set.of("integer", "decimal", "money");
            case "yes-no" -> Set.of("boolean");
            default -> Set.of("text", "id", "code");
        };
    }

    private void expect(YamlText value, String field, String type, Set<String> fitting) {
        if (!fitting.contains(type)) {
            draft.problems.add(value.line(), "`" + value.value() + "` cannot be written to \"" + field + "\", which is of type " + type,
                    "Write a value of that type.");
        }
    }
}
