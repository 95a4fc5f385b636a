package org.fourportals.certificate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Field;
import org.fourportals.catalogue.Catalogue;

/** The fields a certificate prints, in words: codes and choices by their labels, dates as each language writes them. */
final class ShownFields {

    private final Catalogue catalogue;

    ShownFields(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** In the order of the plan; a field without a value is left out. */
    List<Statement.Shown> of(AffairPlan plan, Map<String, String> form) {
        return plan.result().shows().stream()
                .flatMap(id -> plan.fields().stream().filter(field -> field.id().equals(id)).limit(1))
                .filter(field -> !form.getOrDefault(field.id(), "").isBlank())
                .map(field -> new Statement.Shown(field.label(), inWords(field, form.get(field.id()).strip()))).toList();
    }

    private Text inWords(Field field, String value) {
        return switch (field.type()) {
            case "choice" -> field.options().stream().filter(option -> option.id().equals(value)).findFirst()
                    .map(AffairPlan.Choice::text).or(() -> label(field, value)).orElseGet(() -> same(value));
            case "yes-no" -> value.matches("yes|true") ? new Text("是", "Yes") : new Text("否", "No");
            case "date" -> date(value);
            case "money" -> new Text(value + " 元", "CNY " + value);
            default -> label(field, value).orElseGet(() -> same(value));
        };
    }

    private Optional<Text> label(Field field, String code) {
        return field.fill() == null ? Optional.empty() : catalogue.codeLabel(field.fill().dataset(), field.fill().field(), code);
    }

    private static Text date(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return new Text(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日", value);
        } catch (DateTimeException e) {
            return same(value);
        }
    }

    private static Text same(String value) {
        return new Text(value, value);
    }
}
