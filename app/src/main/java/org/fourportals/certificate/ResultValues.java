package org.fourportals.certificate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.casework.events.CaseGranted;
import org.fourportals.catalogue.AffairPlan.ResultRecord;
import org.fourportals.catalogue.Catalogue.SharedDataset;

/** Resolves the values a result writes into the pool, by the expressions of {@code docs/catalogue-format.md}. */
final class ResultValues {

    private static final Pattern TODAY = Pattern.compile("today(?: ([+-]) ([0-9]{1,4}) (day|month|year)s?)?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final CaseGranted granted;
    private final LocalDate today;
    private final ZoneId zone;

    ResultValues(CaseGranted granted, CityTime time) {
        this.granted = granted;
        this.today = time.dayOf(granted.at());
        this.zone = time.zone();
    }

    /** The record's subject; empty for a role the event does not carry. */
    Optional<Subject> subject(ResultRecord result) {
        return switch (result.of()) {
            case "subject" -> Optional.of(granted.subject());
            case "applicant" -> Optional.of(granted.applicant());
            default -> Optional.empty();
        };
    }

    /** The fields that have a value, as registers write them. */
    Map<String, String> fields(ResultRecord result, SharedDataset dataset) {
        Map<String, String> values = new LinkedHashMap<>();
        result.fields().forEach((field, expression) -> value(expression, field)
                .map(v -> typed(v, dataset.fields().getOrDefault(field, "text"))).ifPresent(v -> values.put(field, v)));
        return values;
    }

    private Optional<String> value(String expression, String field) {
        if (expression.startsWith("\"") && expression.endsWith("\"") && expression.length() > 1) {
            return Optional.of(expression.substring(1, expression.length() - 1));
        }
        if (expression.startsWith("form.")) {
            return Optional.ofNullable(granted.form().get(expression.substring(5)));
        }
        if (expression.startsWith("answer.")) {
            return Optional.ofNullable(granted.answers().get(expression.substring(7)));
        }
        Matcher day = TODAY.matcher(expression);
        if (day.matches()) {
            return Optional.of(day.group(1) == null ? today.toString() : shifted(day).toString());
        }
        return switch (expression) {
            case "subject.id" -> identifier("subject", field);
            case "applicant.id" -> identifier("applicant", field);
            case "subject.name" -> Optional.of(granted.subjectName());
            case "applicant.name" -> Optional.of(granted.applicantName());
            default -> Optional.of(expression);
        };
    }

    private LocalDate shifted(Matcher day) {
        long amount = Long.parseLong(day.group(2)) * (day.group(1).equals("-") ? -1 : 1);
        return today.plus(amount, ChronoUnit.valueOf(day.group(3).toUpperCase(java.util.Locale.ROOT) + "S"));
    }

    /** By the field's own name where the subject has such an identifier, else by what it is usually known by, else by any. */
    private Optional<String> identifier(String role, String field) {
        Map<String, String> known = new TreeMap<>();
        granted.identifiers().forEach((name, value) -> {
            if (name.startsWith(role + ".")) {
                known.put(name.substring(role.length() + 1), value);
            }
        });
        return java.util.stream.Stream.of(field, "residentId", "creditCode").map(known::get).filter(java.util.Objects::nonNull).findFirst()
                .or(() -> known.values().stream().findFirst());
    }

    private String typed(String value, String type) {
        return switch (type) {
            case "boolean" -> value.equals("yes") ? "true" : value.equals("no") ? "false" : value;
            case "datetime" -> DATE.matcher(value).matches() ? LocalDate.parse(value).atStartOfDay(zone).toInstant().toString() : value;
            default -> value;
        };
    }
}
