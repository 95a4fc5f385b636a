package org.fourportals.benchmarks.circumstances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.Facts;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.dmn.DmnModel;
import org.jspecify.annotations.Nullable;

/** Facts as a DMN engine takes them: plain values by the names of the model's inputs, null where there is none. */
final class Inputs {

    private Inputs() {}

    static Map<String, @Nullable Object> of(DmnModel model, Facts facts, LocalDate today) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        model.inputs().forEach((question, input) -> inputs.put(input, value(facts.answer(question))));
        inputs.put(model.today(), today);
        return inputs;
    }

    static @Nullable Object value(@Nullable Answer answer) {
        return switch (answer) {
            case null -> null;
            case Answer.NotApplicable _ -> null;
            case Answer.YesNo(boolean yes) -> yes;
            case Answer.OneOf(String value) -> value;
            case Answer.Several(Set<String> values) -> new ArrayList<>(values);
            case Answer.Number(BigDecimal value) -> value;
            case Answer.Date(LocalDate day) -> day;
            case Answer.Items(List<Map<String, Answer>> items) -> items.stream().map(item -> {
                Map<String, @Nullable Object> fields = new HashMap<>();
                item.forEach((field, given) -> fields.put(field, value(given)));
                return fields;
            }).toList();
        };
    }
}
