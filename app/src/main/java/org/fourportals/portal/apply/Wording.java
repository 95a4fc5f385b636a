package org.fourportals.portal.apply;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.fourportals.base.Text;
import org.fourportals.casework.AnswerText;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Component;

/** Answers, values of form fields and names of departments in the reader's words. */
@Component
final class Wording {

    private final Catalogue catalogue;

    Wording(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** An answer as its affair words it; several one by one. */
    List<String> answer(Page page, AffairPlan.Asked question, String answer) {
        return switch (question.kind()) {
            case YES_NO -> List.of(yesNo(page, answer));
            case CHOICE -> List.of(choice(page, question.answers(), answer).orElse(answer));
            case SEVERAL_OF -> answer.isBlank() ? List.of(page.t("apply.none-of-these"))
                    : Arrays.stream(answer.split(",")).map(id -> choice(page, question.answers(), id).orElse(id)).toList();
            case DATE -> List.of(date(page, answer));
            case MONEY -> List.of(money(page, answer));
            case NUMBER -> List.of(answer);
            case REPEATED -> things(page, question.ofEach(), answer);
        };
    }

    /** A line for each thing. */
    private List<String> things(Page page, AffairPlan.Things things, String answer) {
        List<String> lines = AnswerText.things(answer).stream().map(thing -> things.fields().stream()
                .map(field -> page.t("apply.things.part", page.t(field.ask()), String.join("", answer(page, field, thing.getOrDefault(field.id(), "")))))
                .collect(Collectors.joining(page.t("apply.things.join")))).toList();
        return lines.isEmpty() ? List.of(page.t("apply.none")) : lines;
    }

    /** What stands in a form field; codes of registers by their labels. */
    String value(Page page, AffairPlan.Field field, String value) {
        if (value.isBlank()) {
            return "";
        }
        return switch (field.type()) {
            case "choice" -> choice(page, field.options(), value).or(() -> code(page, field, value)).orElse(value);
            case "yes-no" -> yesNo(page, value);
            case "date" -> date(page, value);
            case "money" -> money(page, value);
            default -> code(page, field, value).orElse(value);
        };
    }

    /** The department that answers for a data set. */
    String source(Page page, String dataset) {
        return catalogue.findDataset(dataset).map(d -> department(page, d.department())).orElse(dataset);
    }

    String department(Page page, String department) {
        return page.t(catalogue.department(department).name());
    }

    String departments(Page page, List<String> departments) {
        return String.join(page.t("apply.and"), departments.stream().map(id -> department(page, id)).toList());
    }

    private Optional<String> code(Page page, AffairPlan.Field field, String value) {
        return field.fill() == null ? Optional.empty()
                : catalogue.codeLabel(field.fill().dataset(), field.fill().field(), value).map(page::t);
    }

    private static Optional<String> choice(Page page, List<AffairPlan.Choice> choices, String id) {
        return choices.stream().filter(c -> c.id().equals(id)).findFirst().map(AffairPlan.Choice::text).map((Text text) -> page.t(text));
    }

    private static String yesNo(Page page, String value) {
        return page.t(value.equals("yes") || value.equals("true") ? "apply.yes" : "apply.no");
    }

    private static String date(Page page, String value) {
        try {
            return page.date(LocalDate.parse(value));
        } catch (DateTimeException notADay) {
            return value;
        }
    }

    private static String money(Page page, String value) {
        try {
            return page.money(new BigDecimal(value));
        } catch (NumberFormatException notAnAmount) {
            return value;
        }
    }
}
