package org.fourportals.bureau;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a department promises to share for an affair by the end of a quarter.
 *
 * @param department who answers for it
 * @param people     whom it would have spared a document in the year before it was promised
 * @param grantedOn  the day on which it was seen that the data set's holder has granted it; null before
 * @param readOn     the day on which it was seen that the affair's file takes the record in place of the document; null before
 */
public record PlanLine(UUID id, int year, int quarter, Saving.Line line, String department, long people, LocalDate adoptedOn, @Nullable LocalDate grantedOn,
        @Nullable LocalDate readOn) {

    private static final int MONTHS = 3;

    /** How far it is. */
    public enum State {
        PROMISED, GRANTED, LATE, DONE, DONE_LATE
    }

    /** The quarter's last day. */
    public LocalDate due() {
        return YearMonth.of(year, quarter * MONTHS).atEndOfMonth();
    }

    public State state(LocalDate today) {
        if (readOn != null) {
            return readOn.isAfter(due()) ? State.DONE_LATE : State.DONE;
        }
        if (today.isAfter(due())) {
            return State.LATE;
        }
        return grantedOn == null ? State.PROMISED : State.GRANTED;
    }
}
