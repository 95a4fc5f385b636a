package org.fourportals.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * The published working-day calendar: Monday to Friday, except days the State Council's notice makes free, plus weekend days it makes
 * working days. Beyond the published years only weekends are free.
 */
public final class WorkingDays {

    private final Map<LocalDate, Boolean> exceptions;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = Map.copyOf(exceptions);
    }

    /**
     * Reads lines {@code 2026-10-01 free National Day}, {@code 2026-10-01..2026-10-07 free …} or {@code 2026-10-10 work}; `#` begins a comment.
     *
     * @throws IllegalArgumentException with the line's number where one cannot be read
     */
    public static WorkingDays read(BufferedReader lines) throws IOException {
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.replaceFirst("#.*", "").strip();
            if (!text.isEmpty()) {
                readLine(text, number, exceptions);
            }
        }
        return new WorkingDays(exceptions);
    }

    private static void readLine(String text, int number, Map<LocalDate, Boolean> exceptions) {
        String[] words = text.split("\\s+", 3);
        if (words.length < 2 || !words[1].matches("free|work")) {
            throw new IllegalArgumentException("Calendar line " + number + ": expected a date, then 'free' or 'work': " + text);
        }
        try {
            String[] ends = words[0].split("\\.\\.", 2);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            for (LocalDate day = LocalDate.parse(ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
                exceptions.put(day, words[1].equals("work"));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Calendar line " + number + ": no such date: " + words[0], e);
        }
    }

    public boolean isWorking(LocalDate day) {
        Boolean exception = exceptions.get(day);
        return exception != null ? exception
                : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Made free by the notice, be it a weekday or a weekend within the holidays. */
    public boolean isHoliday(LocalDate day) {
        return Boolean.FALSE.equals(exceptions.get(day));
    }

    /** A day of a weekend that the notice makes a working day. */
    public boolean isMovedHere(LocalDate day) {
        return Boolean.TRUE.equals(exceptions.get(day));
    }

    /** The `count`-th working day after `day` (which itself never counts); the next working day for 0 if `day` is free, else `day`. */
    public LocalDate after(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("A number of working days cannot be negative: " + count);
        }
        LocalDate result = day;
        int left = count;
        while (left > 0) {
            result = result.plusDays(1);
            if (isWorking(result)) {
                left--;
            }
        }
        while (!isWorking(result)) {
            result = result.plusDays(1);
        }
        return result;
    }

    /** Working days in (`from`, `to`]; 0 where `to` is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorking(day)) {
                count++;
            }
        }
        return count;
    }
}
