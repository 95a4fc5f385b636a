package org.fourportals.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.jspecify.annotations.Nullable;

/**
 * Why the deadline of a case is what it is, line by line, replayed from its events as they were at a moment: what is told is what {@link LegalClock} counts.
 */
public final class DeadlineStory {

    private final List<CaseEvent> events;
    private final CityTime time;
    private final LegalClock.Reckoning clock;
    private final @Nullable CaseEvent end;

    private DeadlineStory(List<CaseEvent> events, int days, CityTime time, LocalDate day) {
        this.events = events;
        this.time = time;
        this.end = last(CaseEvent.Type.GRANTED, CaseEvent.Type.REFUSED, CaseEvent.Type.REOPENED, CaseEvent.Type.WITHDRAWN)
                .filter(event -> event.type() != CaseEvent.Type.REOPENED).orElse(null);
        this.clock = LegalClock.reckon(events, days, time, end == null ? day : time.dayOf(end.at()));
    }

    /** One line. */
    public sealed interface Line {
    }

    /** Handed in; the first day that may count. */
    public record Filed(LocalDate day, LocalDate first) implements Line {
    }

    /** Working days promised when it was handed in. */
    public record Promised(int days) implements Line {
    }

    /** Days that do not count: weekends, or the holidays of the published calendar. */
    public record Free(boolean holiday, List<Span> spans) implements Line {
    }

    /** From one day to another, both included. */
    public record Span(LocalDate from, LocalDate to) {
    }

    /** Days of weekends that count, as the published calendar moves work to them. */
    public record Moved(List<Span> days) implements Line {
    }

    /** Nobody had said otherwise in time: from that day on it counts as accepted. */
    public record Deemed(LocalDate on) implements Line {
    }

    /** No time was counted after the day on which something was asked for, until it came; null while it has not. */
    public record StoodStill(LocalDate from, @Nullable LocalDate until, @Nullable String department, String reason) implements Line {
    }

    /** Refused on one day and taken back on another; the days between do not count, and at least five working days were left to decide. */
    public record TakenBack(LocalDate refused, LocalDate reopened, @Nullable String department, String reason) implements Line {
    }

    public record Extended(LocalDate on, int days, @Nullable String department, String reason) implements Line {
    }

    /** The last day; null while the clock stands still. */
    public record Due(@Nullable LocalDate day, int promised, int used) implements Line {

        /** Working days by which it is late. */
        public int late() {
            return Math.max(0, used - promised);
        }
    }

    /** Decided or taken back. */
    public record Ended(LocalDate on, CaseEvent.Type how) implements Line {
    }

    /**
     * @param events of one case, oldest first
     * @param days   working days promised
     * @param moment what happened later is left out
     * @return empty where it was not handed in by then
     */
    static List<Line> tell(List<CaseEvent> events, int days, CityTime time, Instant moment) {
        List<CaseEvent> known = events.stream().filter(event -> !event.at().isAfter(moment)).toList();
        if (known.stream().noneMatch(event -> event.type() == CaseEvent.Type.SUBMITTED)) {
            return List.of();
        }
        return new DeadlineStory(known, days, time, time.dayOf(moment)).lines(days);
    }

    private List<Line> lines(int days) {
        List<Line> lines = new ArrayList<>(List.of(new Filed(clock.filed(), clock.filed().plusDays(1)), new Promised(days)));
        addCalendar(lines);
        last(CaseEvent.Type.ACCEPTED).filter(event -> event.detail().containsKey("deemed")).ifPresent(event -> lines.add(new Deemed(time.dayOf(event.at()))));
        for (LegalClock.Pause pause : clock.pauses()) {
            Optional<CaseEvent> reopened = events.stream().filter(e -> e.type() == CaseEvent.Type.REOPENED && time.dayOf(e.at()).equals(pause.until())).findFirst();
            if (reopened.isPresent()) {
                lines.add(new TakenBack(pause.from(), time.dayOf(reopened.get().at()), reopened.get().department(), reason(reopened.get())));
                continue;
            }
            Optional<CaseEvent> asked = events.stream().filter(e -> e.type() == CaseEvent.Type.SUPPLEMENT_REQUESTED && time.dayOf(e.at()).equals(pause.from())).findFirst();
            lines.add(new StoodStill(pause.from(), pause.until(), asked.map(CaseEvent::department).orElse(null), asked.map(DeadlineStory::reason).orElse("")));
        }
        last(CaseEvent.Type.EXTENDED).ifPresent(event -> lines.add(new Extended(time.dayOf(event.at()), Objects.requireNonNull(clock.extension()).days(),
                event.department(), reason(event))));
        lines.add(new Due(clock.due(), clock.promised(), clock.used()));
        if (end != null) {
            lines.add(new Ended(time.dayOf(end.at()), end.type()));
        }
        return lines;
    }

    /** What the calendar leaves out or adds between filing and the last day, or the day on which the clock stopped. */
    private void addCalendar(List<Line> lines) {
        LocalDate last = clock.due() != null ? clock.due() : clock.pauses().getLast().from();
        List<Span> weekends = new ArrayList<>();
        List<Span> holidays = new ArrayList<>();
        List<Span> moved = new ArrayList<>();
        for (LocalDate day = clock.filed().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (!clock.standsStillOn(day)) {
                if (time.workingDays().isHoliday(day)) {
                    add(holidays, day);
                } else if (!time.workingDays().isWorking(day)) {
                    add(weekends, day);
                } else if (time.workingDays().isMovedHere(day)) {
                    add(moved, day);
                }
            }
        }
        if (!weekends.isEmpty()) {
            lines.add(new Free(false, weekends));
        }
        if (!holidays.isEmpty()) {
            lines.add(new Free(true, holidays));
        }
        if (!moved.isEmpty()) {
            lines.add(new Moved(moved));
        }
    }

    private static void add(List<Span> spans, LocalDate day) {
        if (!spans.isEmpty() && spans.getLast().to().plusDays(1).equals(day)) {
            spans.add(new Span(spans.removeLast().from(), day));
        } else {
            spans.add(new Span(day, day));
        }
    }

    private Optional<CaseEvent> last(CaseEvent.Type... types) {
        return events.stream().filter(event -> List.of(types).contains(event.type())).reduce((first, later) -> later);
    }

    private static String reason(CaseEvent event) {
        return event.detail().getOrDefault("reason", "");
    }
}
