package org.fourportals.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What each type of field accepts; one place for reading a value from text and for checking one already typed. */
final class FieldRules {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 4_000;
    private static final int LARGEST_PICTURE = 200_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private FieldRules() {
    }

    /** Why a value does not fit a field; empty if it does. */
    static Optional<String> misfit(Field field, Value value) {
        var reason = switch (field.type()) {
            case ID -> value instanceof Value.Text(var text) ? badText(text, LONGEST_ID) : "must be an id";
            case TEXT -> value instanceof Value.Text(var text) ? badText(text, LONGEST_TEXT) : "must be text";
            case CODE -> value instanceof Value.Text(var text) ? badCode(field, text) : "must be a code";
            case DATE -> value instanceof Value.Day(var date) ? badDay(date) : "must be a date";
            case DATETIME -> value instanceof Value.Moment(var instant) ? badMoment(instant) : "must be a date with time";
            case INTEGER -> value instanceof Value.Whole ? "" : "must be a whole number";
            case DECIMAL -> value instanceof Value.Decimal(var number) ? badNumber(number, 9) : "must be a decimal number";
            case MONEY -> value instanceof Value.Decimal(var number) ? badNumber(number, 2) : "must be an amount of money";
            case BOOLEAN -> value instanceof Value.Flag ? "" : "must be true or false";
            case IMAGE -> value instanceof Value.Picture picture ? badPicture(picture.bytes()) : "must be a picture";
        };
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    static Value parse(Field field, String written) {
        var value = switch (field.type()) {
            case ID, TEXT, CODE -> Value.of(written);
            case DATE -> Value.of(day(written));
            case DATETIME -> Value.of(moment(written));
            case INTEGER -> Value.of(whole(written));
            case DECIMAL, MONEY -> Value.of(number(written));
            case BOOLEAN -> Value.of(yes(written));
            case IMAGE -> throw new IllegalArgumentException("a picture cannot be written as text");
        };
        misfit(field, value).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return value;
    }

    private static String badText(String text, int longest) {
        if (text.length() > longest) {
            return "is longer than " + longest + " characters";
        }
        var blank = true;
        for (var i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character < ' ' && character != '\n' && character != '\t' || character == 127) {
                return "holds control characters";
            }
            if (Character.isSurrogate(character)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
                    return "holds half a character";
                }
                i++;
            }
            blank = blank && Character.isWhitespace(character);
        }
        return blank ? "is empty; leave the field out instead" : "";
    }

    private static String badCode(Field field, String code) {
        if (!field.codes().isEmpty()) {
            return field.codes().contains(code) ? "" : "must be one of " + String.join(", ", field.codes());
        }
        return badText(code, LONGEST_ID);
    }

    private static String badDay(LocalDate date) {
        return date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY) ? "lies outside the years 1800 to 2999" : "";
    }

    private static String badMoment(Instant instant) {
        if (instant.getNano() != 0) {
            return "must be given to the second";
        }
        var seconds = instant.getEpochSecond();
        return seconds < FIRST_DAY.toEpochDay() * 86_400 || seconds > LAST_DAY.toEpochDay() * 86_400
                ? "lies outside the years 1800 to 2999" : "";
    }

    private static String badNumber(BigDecimal number, int places) {
        if (number.scale() > places) {
            return "has more than " + places + " decimal places";
        }
        return number.precision() - number.scale() > 18 ? "is too large" : "";
    }

    private static String badPicture(byte[] bytes) {
        if (bytes.length > LARGEST_PICTURE) {
            return "is larger than " + LARGEST_PICTURE + " bytes";
        }
        var png = bytes.length > 8 && (bytes[0] & 0xff) == 0x89 && bytes[1] == 'P' && bytes[2] == 'N' && bytes[3] == 'G';
        var jpeg = bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
        return png || jpeg ? "" : "must be a PNG or JPEG";
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a date that exists, written 2026-01-31", e);
        }
    }

    private static Instant moment(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be a moment that exists, written 2026-01-31T08:30:00Z", e);
        }
    }

    private static long whole(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static BigDecimal number(String written) {
        if (!written.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")) {
            throw new IllegalArgumentException("must be a decimal number, written 1234.56");
        }
        return new BigDecimal(written);
    }

    private static boolean yes(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }
}
