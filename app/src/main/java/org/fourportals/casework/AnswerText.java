package org.fourportals.casework;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fourportals.catalogue.AffairPlan;
import org.fourportals.circumstances.condition.Answer;

/** Answers as text: in forms, in the database and in events. `yes`/`no`, an answer's id, ids joined by commas, a number, an ISO date. */
public final class AnswerText {

    private AnswerText() {
    }

    public static String write(Answer answer) {
        return switch (answer) {
            case Answer.OneOf(var value) -> value;
            case Answer.YesNo(var yes) -> yes ? "yes" : "no";
            case Answer.Several(var values) -> String.join(",", values);
            case Answer.Number(var value) -> value.toPlainString();
            case Answer.Date(var value) -> value.toString();
            case Answer.Items items -> throw new IllegalArgumentException("Repeated things are not one text: " + items);
            case Answer.NotApplicable() -> throw new IllegalArgumentException("Not applicable is not an answer anybody gives");
        };
    }

    /** The answer somebody gave; empty where it is not one of this question's kind. */
    public static Optional<Answer> read(AffairPlan.Kind kind, List<String> values) {
        String first = values.isEmpty() ? "" : values.getFirst().strip();
        try {
            return switch (kind) {
                case CHOICE -> first.isEmpty() ? Optional.empty() : Optional.of(new Answer.OneOf(first));
                case YES_NO -> first.matches("yes|no") ? Optional.of(new Answer.YesNo(first.equals("yes"))) : Optional.empty();
                case SEVERAL_OF -> Optional.of(new Answer.Several(several(values)));
                case NUMBER, MONEY -> first.matches("-?\\d{1,12}(\\.\\d{1,2})?")
                        ? Optional.of(new Answer.Number(new BigDecimal(first))) : Optional.empty();
                case DATE -> Optional.of(new Answer.Date(LocalDate.parse(first)));
            };
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static Set<String> several(List<String> values) {
        return values.stream().flatMap(v -> Arrays.stream(v.split(","))).map(String::strip)
                .filter(v -> !v.isEmpty() && !v.equals("none")).collect(Collectors.toSet());
    }
}
