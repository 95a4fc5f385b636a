package org.fourportals.centre;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.fourportals.base.Language;

/** When a centre is open on ordinary weeks: the same hours from one day of the week to another. Public holidays are not in it. */
public record OpeningHours(DayOfWeek from, DayOfWeek to, List<Span> spans) {

    /** From a time of day, inclusive, to another, exclusive. */
    public record Span(LocalTime from, LocalTime to) {
        private String label() {
            return from + "–" + to;
        }
    }

    public OpeningHours {
        spans = List.copyOf(spans);
        if (from.compareTo(to) > 0 || spans.isEmpty() || spans.stream().anyMatch(s -> !s.from().isBefore(s.to()))) {
            throw new IllegalArgumentException("These hours are never: " + from + " to " + to + " " + spans);
        }
    }

    /**
     * Reads {@code 1-5 08:30-12:00 13:30-17:00}, days counted from Monday.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static OpeningHours parse(String text) {
        String[] parts = text.strip().split("\\s+");
        if (parts.length < 2 || !parts[0].matches("[1-7]-[1-7]")) {
            throw new IllegalArgumentException("Hours are written like 1-5 08:30-12:00 13:30-17:00, not: " + text);
        }
        try {
            List<Span> spans = Arrays.stream(parts).skip(1).map(span -> span.split("-", 2))
                    .map(ends -> new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends.length == 2 ? ends[1] : ""))).toList();
            return new OpeningHours(DayOfWeek.of(parts[0].charAt(0) - '0'), DayOfWeek.of(parts[0].charAt(2) - '0'), spans);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Hours are written like 1-5 08:30-12:00 13:30-17:00, not: " + text, e);
        }
    }

    /** Whether it opens on this day of the week at all. */
    public boolean isOpenOn(DayOfWeek day) {
        return day.compareTo(from) >= 0 && day.compareTo(to) <= 0;
    }

    public boolean isOpenAt(LocalDateTime time) {
        DayOfWeek day = time.getDayOfWeek();
        return isOpenOn(day) && spans.stream()
                .anyMatch(s -> !time.toLocalTime().isBefore(s.from()) && time.toLocalTime().isBefore(s.to()));
    }

    /** To people: {@code 周一至周五 08:30–12:00、13:30–17:00}. */
    public String in(Language language) {
        Locale locale = language.locale();
        String times = spans.stream().map(Span::label).collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
        TextStyle style = language == Language.ZH ? TextStyle.SHORT : TextStyle.FULL;
        return from.getDisplayName(style, locale) + (language == Language.ZH ? "至" : " to ") + to.getDisplayName(style, locale) + " " + times;
    }
}
