package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One side of a comparison as written: a name, perhaps measured, or a value. */
sealed interface Operand {

    int column();

    /** A declared name; `negated` measures count towards today's future: {@code days until}. The type is null if unknown. */
    record Subject(int column, String name, @Nullable Type type, Measure measure, boolean negated) implements Operand {}

    record Text(int column, String value) implements Operand {}

    record Num(int column, BigDecimal value) implements Operand {}

    record Day(int column, LocalDate value) implements Operand {}

    record Today(int column) implements Operand {}

    record Bool(int column, boolean value) implements Operand {}

    /** How a message names this kind of value. */
    default String kind() {
        return switch (this) {
            case Subject(_, String name, _, _, _) -> "“" + Wording.brief(name) + "”";
            case Text _ -> "a text";
            case Num _ -> "a number";
            case Day _, Today _ -> "a date";
            case Bool _ -> "true or false";
        };
    }
}
