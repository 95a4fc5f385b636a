package org.fourportals.portal.apply;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as it is typed into three boxes, and as it is kept: an ISO date where it is one, else just what was typed, so that nothing is lost. */
public record DayParts(String year, String month, String day) {

    private static final int LONGEST = 12;

    static DayParts typed(String year, String month, String day) {
        return new DayParts(tidy(year), tidy(month), tidy(day));
    }

    static DayParts of(String kept) {
        String[] parts = kept.split("-", 3);
        return parts.length == 3 ? new DayParts(parts[0], plain(parts[1]), plain(parts[2])) : new DayParts(kept, "", "");
    }

    /** ISO where it is a day; empty where nothing was typed. */
    String text() {
        if (year.isEmpty() && month.isEmpty() && day.isEmpty()) {
            return "";
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)).toString();
        } catch (DateTimeException | NumberFormatException notADay) {
            return year + "-" + month + "-" + day;
        }
    }

    private static String tidy(String typed) {
        String tidy = typed.strip().replace("-", "");
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    private static String plain(String part) {
        return part.matches("0\\d") ? part.substring(1) : part;
    }
}
