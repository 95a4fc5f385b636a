package org.fourportals.catalogue.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan.Choice;
import org.fourportals.catalogue.AffairPlan.Field;
import org.fourportals.catalogue.AffairPlan.Fill;
import org.fourportals.catalogue.AffairPlan.FormSection;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.jspecify.annotations.Nullable;

/** Reads `form`: what must be written down beyond the answers. */
final class FormPart {

    private static final List<String> TYPES = List.of("text", "long-text", "person-name", "resident-id", "credit-code", "phone", "email",
            "address", "date", "number", "money", "choice", "yes-no", "bank-account");
    private static final long MOST = 1_000_000_000_000L;

    private final Draft draft;
    private final PoolNames pool;
    private final Map<Fill, String> fills = new HashMap<>();

    FormPart(Draft draft, PoolNames pool) {
        this.draft = draft;
        this.pool = pool;
    }

    List<FormSection> read(YamlMap file) {
        List<FormSection> sections = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap section : file.maps("form", "a section of the form")) {
            List<Field> fields = section.maps("fields", "form field").stream().map(entry -> field(entry, names)).toList();
            sections.add(new FormSection(section.words("section"), fields));
            section.close();
            if (fields.isEmpty()) {
                draft.problems.add(section.line(), "A section of the form has no fields", "Add fields, or remove the section.");
            }
        }
        return sections;
    }

    private Field field(YamlMap entry, Names names) {
        String id = names.camel(entry);
        if (draft.types.containsKey(id)) {
            draft.problems.add(entry.line("id"), "\"" + id + "\" is a question and a form field",
                    "Remove the field if the question asks it already; else give it another id.");
        }
        String type = entry.oneOf("type", TYPES);
        String when = draft.other(entry, "when", "field." + id);
        Fill fill = fill(entry, type);
        if (fill != null && when == null && fills.putIfAbsent(fill, id) instanceof String other) {
            draft.problems.add(entry.line("fill"), "The form fields \"" + other + "\" and \"" + id + "\" are filled with the same",
                    "Keep one of them.");
        }
        boolean numeric = type.equals("number") || type.equals("money");
        Long min = numeric ? entry.number("min", null, -MOST, MOST) : null;
        Long max = numeric ? entry.number("max", null, -MOST, MOST) : null;
        if (min != null && max != null && min > max) {
            draft.problems.add(entry.line("max"), "`max` is less than `min` in " + entry, "Exchange them.");
        }
        Field field = new Field(id, type, entry.words("label"), entry.findWords("hint"), entry.flag("required", true), when, fill,
                maxLength(entry, type), min, max, type.equals("date") && entry.flag("past", false),
                type.equals("date") && entry.flag("future", false), options(entry, type));
        entry.close();
        return field;
    }

    private static @Nullable Integer maxLength(YamlMap entry, String type) {
        Long length = List.of("text", "long-text", "person-name", "email", "address").contains(type)
                ? entry.number("max-length", null, 1, 10_000) : null;
        return length == null ? null : length.intValue();
    }

    private List<Choice> options(YamlMap entry, String type) {
        if (!type.equals("choice")) {
            return List.of();
        }
        List<Choice> options = new ArrayList<>();
        Names names = new Names(draft.problems);
        for (YamlMap option : entry.maps("options", "option")) {
            options.add(new Choice(names.option(option), option.words(), option.findWords("note")));
            option.close();
        }
        if (options.size() < 2) {
            draft.problems.add(entry.line("options"), "There is no choice in " + entry, "List at least two under `options`.");
        }
        return options;
    }

    private @Nullable Fill fill(YamlMap entry, String type) {
        Optional<YamlMap> map = entry.findMap("fill", "\"fill\" of " + entry);
        if (map.isEmpty()) {
            return null;
        }
        YamlMap fill = map.get();
        Optional<SharedDataset> dataset = pool.dataset(fill, "from");
        Fill result = new Fill(fill.string("from"), pool.role(fill), fill.string("field"));
        if (fill.has("field")) {
            dataset.flatMap(d -> pool.fieldType(d, result.field(), fill.line("field"))).filter(t -> !fits(t, type)).ifPresent(t ->
                    draft.problems.add(fill.line("field"), "\"" + result.field() + "\" of " + result.dataset() + " is of type " + t
                            + " and cannot fill a form field of type " + type, "Choose another field, or change the type."));
        }
        fill.close();
        return result;
    }

    private static boolean fits(String poolType, String formType) {
        return switch (poolType) {
            case "date", "datetime" -> formType.equals("date");
            case "integer", "decimal", "money" -> formType.equals("number") || formType.equals("money");
            case "boolean" -> formType.equals("yes-no");
            case "image" -> false;
            default -> !List.of("date", "number", "money", "yes-no").contains(formType);
        };
    }
}
