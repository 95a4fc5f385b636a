package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** A sum of answers, each multiplied, and a number, all divided by a number above zero. */
    record Linear(int column, SortedMap<String, BigDecimal> coefficients, BigDecimal constant, BigDecimal divisor)
            implements Operand {
        Linear(int column, Map<String, BigDecimal> coefficients, BigDecimal constant, BigDecimal divisor) {
            this(column, new TreeMap<>(coefficients), constant, divisor);
        }

        public Linear {
            SortedMap<String, BigDecimal> sorted = new TreeMap<>(coefficients);
            coefficients = Collections.unmodifiableSortedMap(sorted);
        }
    }

    /** A number of years or of days. */
    record Span(int column, long years, long days) implements Operand {
        Span negated() {
            return new Span(column, -years, -days);
        }
    }

    /** Today (the name is null), or the answer to a question for a date, so many years and days later. */
    record Moment(int column, @Nullable String name, long years, long days) implements Operand {
        Moment shifted(Span by) {
            return new Moment(column, name, years + by.years, days + by.days);
        }
    }

    /** How a message names this kind of value. */
    default String kind() {
        return switch (this) {
            case Subject(_, String name, _, _, _) -> "“" + Wording.brief(name) + "”";
            case Text _ -> "a text";
            case Num _ -> "a number";
            case Day _, Today _, Moment _ -> "a date";
            case Linear _ -> "a sum";
            case Span _ -> "a time";
            case Bool _ -> "true or false";
        };
    }
}
