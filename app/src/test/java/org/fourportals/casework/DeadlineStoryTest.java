package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.WorkingDays;
import org.fourportals.casework.CaseEvent.Type;
import org.fourportals.casework.DeadlineStory.Line;
import org.fourportals.casework.DeadlineStory.Span;
import org.junit.jupiter.api.Test;

/** November 2026: the 2nd is a Monday; here the 12th and 13th are holidays and Saturday the 14th is worked. */
class DeadlineStoryTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final CityTime time = new CityTime(Clock.systemUTC(), ZONE, calendar("2026-11-12..2026-11-13 free Festival\n2026-11-14 work\n"));

    @Test
    void tellsFilingWeekendsHolidaysAndMovedDays() {
        assertThat(tell(10, 3, event(Type.SUBMITTED, 2))).containsExactly(new DeadlineStory.Filed(day(2), day(3)), new DeadlineStory.Promised(10),
                new DeadlineStory.Free(false, List.of(new Span(day(7), day(8)), new Span(day(15), day(15)))),
                new DeadlineStory.Free(true, List.of(new Span(day(12), day(13)))), new DeadlineStory.Moved(List.of(new Span(day(14), day(14)))),
                new DeadlineStory.Due(day(17), 10, 1));
    }

    @Test
    void tellsWhyItStoodStillAndWhoAsked() {
        var asked = event(Type.SUPPLEMENT_REQUESTED, 4, "reason", "unreadable");
        assertThat(tell(5, 6, event(Type.SUBMITTED, 2), asked)).endsWith(new DeadlineStory.StoodStill(day(4), null, "dept", "unreadable"),
                new DeadlineStory.Due(null, 5, 2));
        assertThat(tell(5, 9, event(Type.SUBMITTED, 2), asked, event(Type.SUPPLEMENTED, 9)))
                .contains(new DeadlineStory.StoodStill(day(4), day(9), "dept", "unreadable"), new DeadlineStory.Due(day(14), 5, 2))
                .as("the weekend lies in the time it stood still").noneMatch(line -> line instanceof DeadlineStory.Free free && !free.holiday());
    }

    @Test
    void tellsTheExtensionTheDeemedAcceptanceAndTheEnd() {
        assertThat(tell(5, 30, event(Type.SUBMITTED, 2), event(Type.ACCEPTED, 10, "deemed", "yes"), event(Type.EXTENDED, 10, "days", "3", "reason", "expert"),
                event(Type.GRANTED, 20))).contains(new DeadlineStory.Deemed(day(10)), new DeadlineStory.Extended(day(10), 3, "dept", "expert"),
                        new DeadlineStory.Ended(day(20), Type.GRANTED))
                .as("late by the days until the decision, not until today").contains(new DeadlineStory.Due(day(14), 8, 13));
    }

    @Test
    void isToldAsItWasKnownAtTheMoment() {
        CaseEvent[] all = {event(Type.SUBMITTED, 2), event(Type.SUPPLEMENT_REQUESTED, 4, "reason", "x"), event(Type.SUPPLEMENTED, 9)};
        assertThat(tell(5, 1, all)).isEmpty();
        assertThat(tell(5, 3, all)).endsWith(new DeadlineStory.Due(day(9), 5, 1)).noneMatch(DeadlineStory.StoodStill.class::isInstance);
        assertThat(tell(5, 5, all)).endsWith(new DeadlineStory.Due(null, 5, 2));
    }

    @Test
    void saysWhatTheClockCountsWhateverHappened() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<CaseEvent> events = new ArrayList<>(List.of(event(Type.SUBMITTED, 1 + random.nextInt(5))));
            int on = 6;
            for (int pause = random.nextInt(3); pause > 0; pause--) {
                on += random.nextInt(3);
                events.add(event(Type.SUPPLEMENT_REQUESTED, on, "reason", "r"));
                on += random.nextInt(4);
                events.add(event(Type.SUPPLEMENTED, on));
            }
            int promised = random.nextInt(20);
            var clock = LegalClock.reckon(events, promised, time, day(30));
            List<Line> lines = DeadlineStory.tell(events, promised, time, at(30));
            assertThat(lines.getLast()).as("seed " + seed).isEqualTo(new DeadlineStory.Due(clock.due(), clock.promised(), clock.used()));
            assertThat(countedBy(lines)).as("seed " + seed).isEqualTo(promised);
        }
    }

    /** The working days that the lines leave between filing and deadline. */
    private static long countedBy(List<Line> lines) {
        LocalDate filed = ((DeadlineStory.Filed) lines.getFirst()).day();
        LocalDate due = java.util.Objects.requireNonNull(((DeadlineStory.Due) lines.getLast()).day());
        return filed.plusDays(1).datesUntil(due.plusDays(1)).filter(day -> lines.stream().noneMatch(line -> switch (line) {
            case DeadlineStory.Free free -> free.spans().stream().anyMatch(s -> !day.isBefore(s.from()) && !day.isAfter(s.to()));
            case DeadlineStory.StoodStill stood -> day.isAfter(stood.from()) && !day.isAfter(stood.until());
            default -> false;
        })).count();
    }

    private List<Line> tell(int days, int ofNovember, CaseEvent... events) {
        return DeadlineStory.tell(List.of(events), days, time, at(ofNovember));
    }

    private static Instant at(int ofNovember) {
        return day(ofNovember).atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant();
    }

    private static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    private static CaseEvent event(Type type, int ofNovember, String... detail) {
        Map<String, String> map = detail.length == 0 ? Map.of() : detail.length == 2 ? Map.of(detail[0], detail[1])
                : Map.of(detail[0], detail[1], detail[2], detail[3]);
        return new CaseEvent(1, day(ofNovember).atTime(LocalTime.NOON).atZone(ZONE).toInstant(), type, "staff:x", "x", "dept", Portal.OFFICE, map);
    }

    private static WorkingDays calendar(String lines) {
        try {
            return WorkingDays.read(new BufferedReader(new StringReader(lines)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
