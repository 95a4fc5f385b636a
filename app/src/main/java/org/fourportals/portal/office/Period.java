package org.fourportals.portal.office;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** A first and a last day as they were typed; the last may be left empty. */
public record Period(@BindParam("from-day") @Nullable String fromDay, @BindParam("from-month") @Nullable String fromMonth,
        @BindParam("from-year") @Nullable String fromYear, @BindParam("until-day") @Nullable String untilDay, @BindParam("until-month") @Nullable String untilMonth,
        @BindParam("until-year") @Nullable String untilYear) {

    Day from() {
        return new Day(said(fromDay), said(fromMonth), said(fromYear));
    }

    Day until() {
        return new Day(said(untilDay), said(untilMonth), said(untilYear));
    }

    private static String said(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    /** Whether the first day is one, and the last too or nothing at all. */
    boolean isRead() {
        return from().date() != null && (until().isEmpty() || until().date() != null);
    }

    LocalDate first() {
        return Objects.requireNonNull(from().date());
    }

    @Nullable LocalDate last() {
        return until().date();
    }
}
