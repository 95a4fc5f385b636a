package org.fourportals.circumstances;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.dmn.DmnModel;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** An exported model in the hands of another engine, Apache KIE's. */
final class KieModel {

    private final DmnModel exported;
    private final DMNRuntime runtime;
    private final DMNModel model;

    KieModel(DmnModel exported) {
        this.exported = exported;
        Resource resource = ResourceFactory.newReaderResource(new StringReader(exported.xml()), "UTF-8");
        resource.setSourcePath("affair.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults().buildConfiguration().fromResources(List.of(resource))
                .getOrElseThrow((Function<Exception, RuntimeException>) IllegalStateException::new);
        model = runtime.getModels().getFirst();
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages() + "\n" + exported.xml());
        }
    }

    /** Evaluates everything; the answers are those given, whether their questions are asked or not. */
    DMNResult evaluate(Map<String, Answer> answers, java.time.LocalDate today) {
        DMNContext context = runtime.newContext();
        exported.inputs().forEach((question, input) -> context.set(input, value(answers.get(question))));
        context.set(exported.today(), today);
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(answers + " " + result.getMessages() + "\n" + exported.xml());
        }
        return result;
    }

    /** The ids that a section's decision came to. */
    Set<String> met(DMNResult result, Section section) {
        return exported.decision(section).map(name -> ids(result.getDecisionResultByName(name).getResult())).orElse(Set.of());
    }

    /** One entry of the outcome. */
    Object outcome(DMNResult result, String entry) {
        return ((Map<?, ?>) result.getDecisionResultByName(exported.outcome()).getResult()).get(entry);
    }

    static Set<String> ids(@Nullable Object collected) {
        Set<String> ids = new LinkedHashSet<>();
        if (collected instanceof Collection<?> several) {
            several.forEach(id -> ids.add((String) id));
        } else if (collected instanceof String one) {
            ids.add(one);
        }
        return ids;
    }

    private static @Nullable Object value(@Nullable Answer answer) {
        return switch (answer) {
            case null -> null;
            case Answer.NotApplicable _ -> null;
            case Answer.YesNo(boolean yes) -> yes;
            case Answer.OneOf(String value) -> value;
            case Answer.Several(Set<String> values) -> new ArrayList<>(values);
            case Answer.Number(java.math.BigDecimal value) -> value;
            case Answer.Date(java.time.LocalDate day) -> day;
            case Answer.Items(List<Map<String, Answer>> items) -> items.stream().map(item -> {
                Map<String, Object> fields = new java.util.HashMap<>();
                item.forEach((field, given) -> fields.put(field, value(given)));
                return fields;
            }).toList();
        };
    }
}
