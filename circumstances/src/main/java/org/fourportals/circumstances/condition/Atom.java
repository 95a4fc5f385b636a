package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of one name, the smallest thing a condition is made of. A value that is not applicable meets none;
 * therefore {@code a != "x"} is not the same as {@code not(a = "x")}.
 */
public sealed interface Atom extends Expr {

    /** The name it speaks of. */
    String name();

    /** Whether the answer meets it; null if the answer is of another kind than the comparison can be made with. */
    @Nullable Boolean holds(Answer answer, LocalDate today);

    /** A yes-no name has the expected value. */
    record Flag(String name, boolean expected) implements Atom {
        @Override
        public @Nullable Boolean holds(Answer answer, LocalDate today) {
            return switch (answer) {
                case Answer.YesNo(boolean yes) -> yes == expected;
                case Answer.NotApplicable _ -> false;
                default -> null;
            };
        }
    }

    /** A text or code is, or is not, one of those listed. */
    record Among(String name, Set<String> values, boolean among) implements Atom {
        public Among {
            values = Set.copyOf(values);
        }

        @Override
        public @Nullable Boolean holds(Answer answer, LocalDate today) {
            return switch (answer) {
                case Answer.OneOf(String value) -> values.contains(value) == among;
                case Answer.NotApplicable _ -> false;
                default -> null;
            };
        }
    }

    /** The chosen answers contain this one. */
    record Contains(String name, String value) implements Atom {
        @Override
        public @Nullable Boolean holds(Answer answer, LocalDate today) {
            return switch (answer) {
                case Answer.Several(Set<String> chosen) -> chosen.contains(value);
                case Answer.NotApplicable _ -> false;
                default -> null;
            };
        }
    }

    /** Some, or every, one of repeated things meets a condition over its own fields. Every one of none does. */
    record Quantified(String name, boolean every, Expr body) implements Atom {
        @Override
        public @Nullable Boolean holds(Answer answer, LocalDate today) {
            return switch (answer) {
                case Answer.Items(List<Map<String, Answer>> items) -> holds(items, today);
                case Answer.NotApplicable _ -> false;
                default -> null;
            };
        }

        private @Nullable Boolean holds(List<Map<String, Answer>> items, LocalDate today) {
            boolean unknown = false;
            for (Map<String, Answer> item : items) {
                Truth truth = body.evaluate(item::get, today);
                if (every ? truth.isNotMet() : truth.isMet()) {
                    return !every;
                }
                unknown |= truth.isUnknown();
            }
            return unknown ? null : Boolean.valueOf(every);
        }
    }

    /** A number, a measure of a day, or a count of repeated things, lies within one of the intervals. */
    record Within(String name, Measure measure, List<Interval> intervals) implements Atom {
        public Within {
            intervals = List.copyOf(intervals);
        }

        @Override
        public @Nullable Boolean holds(Answer answer, LocalDate today) {
            return switch (answer) {
                case Answer.Number(BigDecimal value) -> contains(value);
                case Answer.Items(List<Map<String, Answer>> items) when measure == Measure.COUNT ->
                        contains(BigDecimal.valueOf(items.size()));
                case Answer.Date(LocalDate value) -> contains(BigDecimal.valueOf(measure.of(value, today)));
                case Answer.NotApplicable _ -> false;
                default -> null;
            };
        }

        /** Whether the measured number lies within one of the intervals. */
        public boolean contains(BigDecimal measured) {
            for (Interval interval : intervals) {
                if (interval.contains(measured)) {
                    return true;
                }
            }
            return false;
        }
    }
}
