package org.fourportals.casework;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.condition.Answer;

/**
 * Answers as text: in forms, in the database and in events. `yes`/`no`, an answer's id, ids joined by commas, a number, an ISO date; several
 * things as `age:3,resident:yes;age:7,resident:no`, or `none`.
 */
public final class AnswerText {

    private static final String NONE = "none";
    private static final int LONGEST = 10_000;

    private AnswerText() {
    }

    public static String write(Answer answer) {
        return switch (answer) {
            case Answer.OneOf(var value) -> value;
            case Answer.YesNo(var yes) -> yes ? "yes" : "no";
            case Answer.Several(var values) -> String.join(",", values);
            case Answer.Number(var value) -> value.toPlainString();
            case Answer.Date(var value) -> value.toString();
            case Answer.Items(var things) -> things.isEmpty() ? NONE : things.stream().map(AnswerText::thing).collect(Collectors.joining(";"));
            case Answer.NotApplicable() -> throw new IllegalArgumentException("Not applicable is not an answer anybody gives");
        };
    }

    private static String thing(Map<String, Answer> fields) {
        return new TreeMap<>(fields).entrySet().stream().map(e -> e.getKey() + ":" + write(e.getValue())).collect(Collectors.joining(","));
    }

    /** The answer somebody gave; empty where it is not one of this question's kind. */
    public static Optional<Answer> read(AffairPlan.Asked question, List<String> values) {
        String first = values.isEmpty() ? "" : values.getFirst().strip();
        try {
            return switch (question.kind()) {
                case CHOICE -> first.isEmpty() ? Optional.empty() : Optional.of(new Answer.OneOf(first));
                case YES_NO -> first.matches("yes|no") ? Optional.of(new Answer.YesNo(first.equals("yes"))) : Optional.empty();
                case SEVERAL_OF -> Optional.of(new Answer.Several(several(values)));
                case NUMBER, MONEY -> first.matches("-?\\d{1,12}(\\.\\d{1,2})?")
                        ? Optional.of(new Answer.Number(new BigDecimal(first))) : Optional.empty();
                case DATE -> Optional.of(new Answer.Date(LocalDate.parse(first)));
                case REPEATED -> things(question.ofEach(), first);
            };
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static Set<String> several(List<String> values) {
        return values.stream().flatMap(v -> Arrays.stream(v.split(","))).map(String::strip)
                .filter(v -> !v.isEmpty() && !v.equals(NONE)).collect(Collectors.toSet());
    }

    private static Optional<Answer> things(AffairPlan.Things things, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Map<String, Answer>> items = new ArrayList<>();
        for (String item : text.equals(NONE) ? List.<String>of() : List.of(text.split(";", -1))) {
            Map<String, Answer> answers = new HashMap<>();
            List<String> parts = List.of(item.split(",", -1));
            for (AffairPlan.Asked field : things.fields()) {
                parts.stream().filter(part -> part.startsWith(field.id() + ":")).map(part -> part.substring(field.id().length() + 1))
                        .findFirst().flatMap(value -> read(field, List.of(value))).ifPresent(answer -> answers.put(field.id(), answer));
            }
            if (answers.size() < things.fields().size() || parts.size() > answers.size()) {
                return Optional.empty();
            }
            items.add(answers);
        }
        return Optional.of(new Answer.Items(items));
    }

    /** The things of a text written here, each as field to text, in the text's order. */
    public static List<Map<String, String>> things(String text) {
        if (text.isBlank() || text.equals(NONE)) {
            return List.of();
        }
        return Arrays.stream(text.split(";")).map(item -> Arrays.stream(item.split(",")).map(part -> part.split(":", 2))
                .filter(part -> part.length == 2).collect(Collectors.toMap(part -> part[0], part -> part[1], (one, other) -> one))).toList();
    }
}
