package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stretch of numbers, each end included or not; a missing end is open without bound. Days stand as their epoch day. */
public record Interval(
        @Nullable BigDecimal low, boolean lowIncluded, @Nullable BigDecimal high, boolean highIncluded) {

    /** Exactly one number. */
    static Interval point(BigDecimal at) {
        return new Interval(at, true, at, true);
    }

    /** All above the number, perhaps with it. */
    static Interval above(BigDecimal at, boolean included) {
        return new Interval(at, included, null, false);
    }

    /** All below the number, perhaps with it. */
    static Interval below(BigDecimal at, boolean included) {
        return new Interval(null, false, at, included);
    }

    /** Whether the number lies within. */
    public boolean contains(BigDecimal number) {
        if (low != null) {
            int order = number.compareTo(low);
            if (order < 0 || order == 0 && !lowIncluded) {
                return false;
            }
        }
        if (high != null) {
            int order = number.compareTo(high);
            return order < 0 || order == 0 && highIncluded;
        }
        return true;
    }
}
