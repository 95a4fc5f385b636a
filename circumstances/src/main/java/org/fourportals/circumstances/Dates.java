package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Atom;
import org.fourportals.circumstances.condition.Measure;

/**
 * The classes of days that comparisons tell apart, on whatever day they are asked: a stretch of the calendar, of full
 * years since, and of days since, as far as the three can come together on some day.
 */
final class Dates {

    /** The day on which an example with a date is to be read. */
    static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final long DAYS = LAST.toEpochDay() - FIRST.toEpochDay();
    private static final long YEARS = 9_000;

    private Dates() {}

    /** Days that are alike for all comparisons: each measure lies in its piece. */
    record Cell(Cuts.Piece calendar, Cuts.Piece years, Cuts.Piece days) {

        boolean meets(Atom.Within within) {
            Cuts.Piece piece = switch (within.measure()) {
                case VALUE, COUNT -> calendar;
                case YEARS_SINCE -> years;
                case DAYS_SINCE -> days;
            };
            return within.contains(BigDecimal.valueOf(piece.from()));
        }
    }

    /** Whether a day is one that an answer may name. */
    static boolean plausible(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** No more cells than this: as many as if all pieces could come together. */
    static long most(List<Atom> atoms) {
        return (long) cuts(atoms, Measure.YEARS_SINCE).pieces().size() * cuts(atoms, Measure.DAYS_SINCE).pieces().size()
                * cuts(atoms, Measure.VALUE).pieces().size();
    }

    static List<Cell> cells(List<Atom> atoms) {
        List<Cell> cells = new ArrayList<>();
        for (Cuts.Piece years : cuts(atoms, Measure.YEARS_SINCE).pieces()) {
            for (Cuts.Piece days : cuts(atoms, Measure.DAYS_SINCE).pieces()) {
                if (together(years, days)) {
                    for (Cuts.Piece calendar : cuts(atoms, Measure.VALUE).pieces()) {
                        cells.add(new Cell(calendar, years, days));
                    }
                }
            }
        }
        return cells;
    }

    /** Days near every cut, as seen from the reference day; the nearest to it come last. */
    static List<LocalDate> examples(List<Atom> atoms) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Cuts.Piece piece : cuts(atoms, Measure.VALUE).pieces()) {
            days.add(LocalDate.ofEpochDay(piece.from()));
            days.add(LocalDate.ofEpochDay(piece.to()));
        }
        for (Cuts.Piece piece : cuts(atoms, Measure.DAYS_SINCE).pieces()) {
            days.add(REFERENCE.minusDays(piece.from()));
            days.add(REFERENCE.minusDays(piece.to()));
        }
        for (Cuts.Piece piece : cuts(atoms, Measure.YEARS_SINCE).pieces()) {
            LocalDate start = REFERENCE.minusYears(piece.from());
            days.add(start);
            days.add(start.plusDays(1));
            days.add(start.minusDays(1));
        }
        days.add(REFERENCE);
        return days.stream().filter(Dates::plausible)
                .sorted(Comparator.comparing((LocalDate day) -> Math.abs(Measure.DAYS_SINCE.of(day, REFERENCE))).reversed())
                .toList();
    }

    private static Cuts cuts(List<Atom> atoms, Measure measure) {
        Cuts cuts = switch (measure) {
            case VALUE, COUNT -> new Cuts(FIRST.toEpochDay(), LAST.toEpochDay(), 0);
            case YEARS_SINCE -> new Cuts(-YEARS, YEARS, 0);
            case DAYS_SINCE -> new Cuts(-DAYS, DAYS, 0);
        };
        return cuts.cut(atoms, measure);
    }

    /** Whether some day can lie so many years and so many days back at once. */
    private static boolean together(Cuts.Piece years, Cuts.Piece days) {
        long least = years.from() == -YEARS ? -DAYS : daysOf(years.from(), true);
        long most = years.to() == YEARS ? DAYS : daysOf(years.to() + 1, false) - 1;
        return days.from() <= most && least <= days.to();
    }

    /** The fewest, or the most, days after which a number of years is full, over all days of the calendar's cycle. */
    private static long daysOf(long years, boolean fewest) {
        long found = fewest ? Long.MAX_VALUE : Long.MIN_VALUE;
        for (int year = 2000; year < 2400; year++) {
            for (LocalDate day : List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 3, 1), LocalDate.of(year, 3, 1).minusDays(1))) {
                LocalDate full = day.plusYears(years);
                if (full.getDayOfMonth() != day.getDayOfMonth()) {
                    full = full.plusDays(1);
                }
                long days = full.toEpochDay() - day.toEpochDay();
                found = fewest ? Math.min(found, days) : Math.max(found, days);
            }
        }
        return found;
    }
}
