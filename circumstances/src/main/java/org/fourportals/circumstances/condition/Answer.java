package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SequencedSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known about one name: the answer to a question, or the value of a record's field. That nothing is known is
 * not an answer but its absence; {@link NotApplicable} says that the question does not arise.
 */
public sealed interface Answer {

    /** One of the declared answers, or a text or code of a record. */
    record OneOf(String value) implements Answer {
        @Override
        public String toString() {
            return value;
        }
    }

    /** Yes or no. */
    record YesNo(boolean yes) implements Answer {
        @Override
        public String toString() {
            return yes ? "yes" : "no";
        }
    }

    /** The chosen ones of several, possibly none of them. */
    record Several(Set<String> values) implements Answer {
        public Several {
            SequencedSet<String> sorted = new TreeSet<>(values);
            values = Collections.unmodifiableSequencedSet(sorted);
        }

        @Override
        public String toString() {
            return values.isEmpty() ? "none" : String.join(" + ", values);
        }
    }

    /** A number or an amount of money; two that differ only in trailing zeros are equal. */
    record Number(BigDecimal value) implements Answer {
        private static final int MOST_ZEROS = 18;

        public Number {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            value = value.scale() < 0 && value.scale() >= -MOST_ZEROS ? value.setScale(0) : value; // 1E+2 is slow to read
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** A day. */
    record Date(LocalDate value) implements Answer {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * Repeated things, such as children: for each what is known of it, by field. Their order says nothing: they are kept sorted. A field that
     * is missing is not known yet.
     */
    record Items(List<Map<String, Answer>> items) implements Answer {
        public Items {
            items = items.stream().map(Map::copyOf).sorted(Comparator.comparing(Items::written)).toList();
        }

        private static String written(Map<String, Answer> item) {
            return new TreeMap<>(item).entrySet().stream().map(field -> field.getKey() + " = " + field.getValue())
                    .collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public String toString() {
            return items.isEmpty() ? "none" : items.stream().map(Items::written).collect(Collectors.joining(" + "));
        }
    }

    /** The question is not asked in this circumstance: every comparison with it is not met. */
    record NotApplicable() implements Answer {
        @Override
        public String toString() {
            return "not applicable";
        }
    }

    /** Yes. */
    Answer YES = new YesNo(true);
    /** No. */
    Answer NO = new YesNo(false);
    /** Does not arise. */
    Answer NOT_APPLICABLE = new NotApplicable();

    /** One of the declared answers, or a text. */
    static Answer of(String value) {
        return new OneOf(value);
    }

    /** A whole number. */
    static Answer of(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    /** A number or an amount. */
    static Answer of(BigDecimal value) {
        return new Number(value);
    }

    /** A day. */
    static Answer of(LocalDate value) {
        return new Date(value);
    }

    /** Yes or no. */
    static Answer of(boolean yes) {
        return yes ? YES : NO;
    }
}
