package org.fourportals.circumstances.condition;

import java.time.LocalDate;

/** What of a value is compared: the value itself, or, for a day, how far it lies back on the day of asking. */
public enum Measure {
    /** The number or amount itself, or the epoch day of a date. */
    VALUE,
    /** Full years from the date to today; below zero for a day to come. */
    YEARS_SINCE,
    /** Days from the date to today; below zero for a day to come. */
    DAYS_SINCE,
    /** How many repeated things there are; no measure of a day. */
    COUNT;

    /** Measures a day. A person born on 29 February completes a year on 1 March where there is no 29th. */
    public long of(LocalDate day, LocalDate today) {
        return switch (this) {
            case VALUE -> day.toEpochDay();
            case COUNT -> throw new IllegalArgumentException("a day cannot be counted");
            case DAYS_SINCE -> today.toEpochDay() - day.toEpochDay();
            case YEARS_SINCE -> {
                boolean before = today.getMonthValue() < day.getMonthValue()
                        || today.getMonthValue() == day.getMonthValue() && today.getDayOfMonth() < day.getDayOfMonth();
                yield (long) today.getYear() - day.getYear() - (before ? 1 : 0);
            }
        };
    }
}
