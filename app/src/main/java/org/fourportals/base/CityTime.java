package org.fourportals.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The city's time: instants from one clock, legal days in the city's zone, working days by its published calendar. */
public record CityTime(Clock clock, ZoneId zone, WorkingDays workingDays) {

    /** Truncated to microseconds, the precision in which PostgreSQL keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
