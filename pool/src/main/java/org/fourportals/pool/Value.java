package org.fourportals.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One typed value of a record's field. Sealed, so that whoever prints, compares or stores values says what happens to
 * each kind. A field without a value is absent from the record; there is no null and no empty text.
 */
public sealed interface Value {

    /** Fields of type {@code id}, {@code code} and {@code text}. */
    record Text(String text) implements Value { }

    /** Fields of type {@code date}. */
    record Day(LocalDate date) implements Value { }

    /** Fields of type {@code datetime}, to the second. */
    record Moment(Instant instant) implements Value { }

    /** Fields of type {@code integer}. */
    record Whole(long number) implements Value { }

    /** Fields of type {@code decimal} and {@code money} (yuan); equal by value, so 1.5 equals 1.50. */
    record Decimal(BigDecimal number) implements Value {
        public Decimal {
            var stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            number = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** Fields of type {@code boolean}. */
    record Flag(boolean yes) implements Value { }

    /** Fields of type {@code image}: the bytes of a PNG or JPEG. */
    record Picture(byte[] bytes) implements Value {
        public Picture {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Picture picture && Arrays.equals(bytes, picture.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Picture[" + bytes.length + " bytes]";
        }
    }

    static Value of(String text) {
        return new Text(text);
    }

    static Value of(LocalDate date) {
        return new Day(date);
    }

    static Value of(Instant instant) {
        return new Moment(instant);
    }

    static Value of(long number) {
        return new Whole(number);
    }

    static Value of(BigDecimal number) {
        return new Decimal(number);
    }

    static Value of(boolean yes) {
        return new Flag(yes);
    }

    static Value of(byte[] picture) {
        return new Picture(picture);
    }

    /** The value as registers write it: text as it is, dates ISO, numbers plain, {@code true}/{@code false}; a picture by its size. */
    default String written() {
        return switch (this) {
            case Text(var text) -> text;
            case Day(var date) -> date.toString();
            case Moment(var instant) -> instant.toString();
            case Whole(var number) -> Long.toString(number);
            case Decimal(var number) -> number.toPlainString();
            case Flag(var yes) -> Boolean.toString(yes);
            case Picture picture -> picture.bytes.length + " bytes";
        };
    }
}
