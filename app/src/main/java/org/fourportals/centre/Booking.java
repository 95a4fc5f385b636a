package org.fourportals.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A time at which somebody is expected in a centre.
 *
 * @param begins in the city's time; it lasts half an hour
 * @param affair what she comes for; null for advice
 * @param ticket the number she took when she came
 */
public record Booking(UUID id, Subject subject, String centre, LocalDate day, LocalTime begins, @Nullable String affair, Instant bookedAt,
        @Nullable Instant cancelledAt, @Nullable UUID ticket) {

    /** How it stands at some moment. */
    public enum Standing {
        /** It is too early to say that one is here. */
        AHEAD,
        /** Whoever booked may say that she is here. */
        DUE,
        /** She said so. */
        ARRIVED,
        /** She did not, and its half hour is over; it keeps nobody from booking another. */
        MISSED
    }

    public boolean isOpen() {
        return cancelledAt == null && ticket == null;
    }

    /** By which people at the counter tell bookings apart: {@code 3F7A-21C0}. */
    public String code() {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return digits.substring(24, 28) + "-" + digits.substring(28);
    }
}
