package org.fourportals.portal.office;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A day as it was typed, in three fields. */
public record Day(String day, String month, String year) {

    static final Day NONE = new Day("", "", "");

    public static Day of(LocalDate date) {
        return new Day(String.valueOf(date.getDayOfMonth()), String.valueOf(date.getMonthValue()), String.valueOf(date.getYear()));
    }

    public boolean isEmpty() {
        return day.isBlank() && month.isBlank() && year.isBlank();
    }

    public @Nullable LocalDate date() {
        try {
            return LocalDate.of(Integer.parseInt(year.strip()), Integer.parseInt(month.strip()), Integer.parseInt(day.strip()));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
