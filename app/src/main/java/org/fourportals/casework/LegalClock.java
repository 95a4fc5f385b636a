package org.fourportals.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.fourportals.base.CityTime;
import org.fourportals.base.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The time a case may take, worked out from its events alone, so that for any day it can be said why the deadline is what it is. It counts
 * working days, begins the day after filing, and stands still from the day after a supplement is requested up to and including the day
 * on which it arrives, and from a refusal until the case is reopened. It may be extended once, for a reason the applicant reads (Administrative Licensing Law, article 42).
 */
public final class LegalClock {

    /** Working days that are left at least to decide anew. */
    public static final int AFTER_REOPENING = 5;

    private LegalClock() {
    }

    /**
     * Where the clock stands.
     *
     * @param promised  working days promised, those included by which it was extended
     * @param used      working days used up to and including `day`
     * @param due       the last day; null while the clock stands still
     */
    public record Reckoning(LocalDate filed, int promised, int used, boolean standsStill, @Nullable LocalDate due,
            List<Pause> pauses, @Nullable Extension extension) {

        /** Whether it stood still on that day, so that the day does not count. */
        public boolean standsStillOn(LocalDate day) {
            return pauses.stream().anyMatch(pause -> pause.holds(day));
        }

        /** Working days left; negative when late. */
        public int left() {
            return promised - used;
        }
    }

    /** A time during which the clock stood still; `until` is null while it still does. */
    public record Pause(LocalDate from, @Nullable LocalDate until) {
        private boolean holds(LocalDate day) {
            return day.isAfter(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Working days by which the time was extended, and when. */
    public record Extension(LocalDate on, int days) {
    }

    /**
     * @param events of one case, oldest first; must hold its submission
     * @param days   working days promised; 0 counts as the same day
     */
    public static Reckoning reckon(List<CaseEvent> events, int days, CityTime time, LocalDate day) {
        LocalDate filed = events.stream().filter(e -> e.type() == CaseEvent.Type.SUBMITTED).map(e -> time.dayOf(e.at())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The clock of a case that was never handed in does not run"));
        List<Pause> pauses = pauses(events, time);
        Extension extension = extension(events, time);
        int promised = promised(events, days + (extension == null ? 0 : extension.days()), filed, pauses, time);
        boolean standing = !pauses.isEmpty() && pauses.getLast().until() == null;
        int used = used(filed, day, pauses, time.workingDays());
        return new Reckoning(filed, promised, used, standing, standing ? null : due(filed, promised, pauses, time.workingDays()), pauses, extension);
    }

    /** Whoever decides anew has five working days at least. */
    private static int promised(List<CaseEvent> events, int days, LocalDate filed, List<Pause> pauses, CityTime time) {
        int promised = days;
        for (CaseEvent event : events) {
            if (event.type() == CaseEvent.Type.REOPENED) {
                promised = Math.max(promised, used(filed, time.dayOf(event.at()), pauses, time.workingDays()) + AFTER_REOPENING);
            }
        }
        return promised;
    }

    private static int used(LocalDate filed, LocalDate day, List<Pause> pauses, WorkingDays calendar) {
        int used = 0;
        for (LocalDate d = filed.plusDays(1); !d.isAfter(day); d = d.plusDays(1)) {
            used += counts(d, pauses, calendar) ? 1 : 0;
        }
        return used;
    }

    private static @Nullable Extension extension(List<CaseEvent> events, CityTime time) {
        return events.stream().filter(e -> e.type() == CaseEvent.Type.EXTENDED).findFirst()
                .map(e -> new Extension(time.dayOf(e.at()), Integer.parseInt(e.detail().getOrDefault("days", "0")))).orElse(null);
    }

    private static LocalDate due(LocalDate filed, int days, List<Pause> pauses, WorkingDays calendar) {
        LocalDate day = filed;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            left -= counts(day, pauses, calendar) ? 1 : 0;
        }
        return day;
    }

    private static boolean counts(LocalDate day, List<Pause> pauses, WorkingDays calendar) {
        return calendar.isWorking(day) && pauses.stream().noneMatch(pause -> pause.holds(day));
    }

    private static List<Pause> pauses(List<CaseEvent> events, CityTime time) {
        List<Pause> pauses = new ArrayList<>();
        LocalDate asked = null;
        LocalDate refused = null;
        for (CaseEvent event : events) {
            LocalDate day = time.dayOf(event.at());
            if (event.type() == CaseEvent.Type.SUPPLEMENT_REQUESTED && asked == null) {
                asked = day;
            } else if (event.type() == CaseEvent.Type.SUPPLEMENTED && asked != null) {
                pauses.add(new Pause(asked, day));
                asked = null;
            } else if (event.type() == CaseEvent.Type.REFUSED) {
                refused = day;
            } else if (event.type() == CaseEvent.Type.REOPENED && refused != null) {
                pauses.add(new Pause(refused, day));
                refused = null;
            }
        }
        if (asked != null) {
            pauses.add(new Pause(asked, null));
        }
        return pauses;
    }
}
