package org.fourportals.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Truth;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the fields of one record, as `where` in an affair's file writes it. Checked against the data set when the file was
 * read. A field that is missing or of another kind than the data set declares makes it unknown, never false.
 */
public record RecordCondition(Condition condition) {

    /** Legal days of a source's instants are days in China. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** `fields` by name: String, LocalDate, LocalDateTime, Instant, Boolean or a number. */
    public Truth over(Map<String, Object> fields, LocalDate today) {
        return condition.evaluate(name -> answer(fields.get(name)), today);
    }

    /** A field's value as the condition language knows it; null where it is missing or has no such form. */
    static @Nullable Answer answer(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> Answer.of(text);
            case Boolean yes -> Answer.of(yes.booleanValue());
            case LocalDate day -> Answer.of(day);
            case LocalDateTime time -> Answer.of(time.toLocalDate());
            case Instant instant -> Answer.of(LocalDate.ofInstant(instant, ZONE));
            case BigDecimal number -> Answer.of(number);
            case Integer number -> Answer.of(number.longValue());
            case Long number -> Answer.of(number.longValue());
            default -> null;
        };
    }

    /** As written in the file. */
    @Override
    public String toString() {
        return condition.toString();
    }
}
