package org.fourportals.casework;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import org.fourportals.catalogue.AffairPlan.Field;
import org.fourportals.pool.identifier.CreditCode;
import org.fourportals.pool.identifier.ResidentId;
import org.jspecify.annotations.Nullable;

/** Checks what was typed into one form field, as its type and its affair's file ask. */
public final class FormCheck {

    private static final int LONGEST = 200;
    private static final int LONGEST_TEXT = 2000;

    private FormCheck() {
    }

    /** What is wrong, for the page to say in the reader's words. */
    public enum Problem {
        MISSING, TOO_LONG, CONTROL_CHARACTERS, NOT_A_NAME, NOT_A_RESIDENT_ID, NOT_A_CREDIT_CODE, NOT_A_PHONE, NOT_AN_EMAIL,
        NOT_A_DATE, NOT_PAST, NOT_FUTURE, NOT_A_NUMBER, TOO_SMALL, TOO_LARGE, NOT_AN_OPTION, NOT_AN_ACCOUNT
    }

    /** The first thing that is wrong with it, if any. Blank is wrong only where the field is required. */
    public static Optional<Problem> check(Field field, @Nullable String typed, LocalDate today) {
        String value = typed == null ? "" : typed.strip();
        if (value.isEmpty()) {
            return field.required() ? Optional.of(Problem.MISSING) : Optional.empty();
        }
        int longest = field.maxLength() != null ? field.maxLength() : field.type().equals("long-text") ? LONGEST_TEXT : LONGEST;
        if (value.codePointCount(0, value.length()) > longest) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
            return Optional.of(Problem.CONTROL_CHARACTERS);
        }
        return Optional.ofNullable(ofType(field, value, today));
    }

    /** As it is kept: without surrounding space, numbers and codes in their usual writing. */
    public static String tidy(Field field, String typed) {
        String value = typed.strip();
        return switch (field.type()) {
            case "resident-id", "credit-code" -> value.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
            case "phone", "bank-account" -> value.replaceAll("[\\s-]", "");
            default -> value;
        };
    }

    private static @Nullable Problem ofType(Field field, String value, LocalDate today) {
        String tidy = tidy(field, value);
        return switch (field.type()) {
            case "person-name" -> value.matches("(?U)[\\p{L}\\p{M}][\\p{L}\\p{M}·•'’. -]*") ? null : Problem.NOT_A_NAME;
            case "resident-id" -> parses(() -> ResidentId.of(tidy)) ? null : Problem.NOT_A_RESIDENT_ID;
            case "credit-code" -> parses(() -> CreditCode.of(tidy)) ? null : Problem.NOT_A_CREDIT_CODE;
            case "phone" -> tidy.matches("(\\+86)?1[3-9]\\d{9}|0\\d{9,11}|\\+\\d{8,15}") ? null : Problem.NOT_A_PHONE;
            case "email" -> value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+") ? null : Problem.NOT_AN_EMAIL;
            case "bank-account" -> tidy.matches("\\d{12,19}") ? null : Problem.NOT_AN_ACCOUNT;
            case "date" -> date(field, value, today);
            case "number", "money" -> number(field, value);
            case "choice" -> field.options().stream().anyMatch(o -> o.id().equals(value)) ? null : Problem.NOT_AN_OPTION;
            case "yes-no" -> value.matches("yes|no") ? null : Problem.NOT_AN_OPTION;
            default -> null;
        };
    }

    private static @Nullable Problem date(Field field, String value, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(value);
        } catch (DateTimeException e) {
            return Problem.NOT_A_DATE;
        }
        if (day.getYear() < 1880 || day.getYear() > 2200) {
            return Problem.NOT_A_DATE;
        }
        if (field.past() && day.isAfter(today)) {
            return Problem.NOT_PAST;
        }
        return field.future() && day.isBefore(today) ? Problem.NOT_FUTURE : null;
    }

    private static @Nullable Problem number(Field field, String value) {
        if (!value.matches(field.type().equals("money") ? "-?\\d{1,12}(\\.\\d{1,2})?" : "-?\\d{1,12}")) {
            return Problem.NOT_A_NUMBER;
        }
        BigDecimal number = new BigDecimal(value);
        if (field.min() != null && number.compareTo(BigDecimal.valueOf(field.min())) < 0) {
            return Problem.TOO_SMALL;
        }
        return field.max() != null && number.compareTo(BigDecimal.valueOf(field.max())) > 0 ? Problem.TOO_LARGE : null;
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
