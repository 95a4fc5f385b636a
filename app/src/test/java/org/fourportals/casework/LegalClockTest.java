package org.fourportals.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fourportals.base.CityTime;
import org.fourportals.base.Portal;
import org.fourportals.base.WorkingDays;
import org.fourportals.casework.CaseEvent.Type;
import org.junit.jupiter.api.Test;

/** November 2026: the 2nd is a Monday; the city's days end at 16:00 UTC. */
class LegalClockTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final CityTime time = new CityTime(Clock.systemUTC(), ZONE, calendar());

    @Test
    void beginsTheDayAfterFiling() {
        var clock = LegalClock.reckon(events(Type.SUBMITTED, 2), 5, time, day(2));
        assertThat(clock.used()).isZero();
        assertThat(clock.due()).isEqualTo(day(9));
        assertThat(LegalClock.reckon(events(Type.SUBMITTED, 2), 5, time, day(9)).left()).isZero();
        assertThat(LegalClock.reckon(events(Type.SUBMITTED, 2), 5, time, day(10)).left()).isEqualTo(-1);
    }

    @Test
    void standsStillFromTheDayAfterTheRequestUntilTheSupplementArrives() {
        var asked = events(Type.SUBMITTED, 2, Type.SUPPLEMENT_REQUESTED, 4);
        var waiting = LegalClock.reckon(asked, 5, time, day(20));
        assertThat(waiting.used()).as("the 3rd and the 4th").isEqualTo(2);
        assertThat(waiting.standsStill()).isTrue();
        assertThat(waiting.due()).isNull();

        var answered = events(Type.SUBMITTED, 2, Type.SUPPLEMENT_REQUESTED, 4, Type.SUPPLEMENTED, 18);
        var running = LegalClock.reckon(answered, 5, time, day(19));
        assertThat(running.used()).isEqualTo(3);
        assertThat(running.due()).isEqualTo(day(23));
    }

    @Test
    void countsASecondPauseToo() {
        var twice = events(Type.SUBMITTED, 2, Type.SUPPLEMENT_REQUESTED, 3, Type.SUPPLEMENTED, 5, Type.SUPPLEMENT_REQUESTED, 6,
                Type.SUPPLEMENTED, 10);
        var clock = LegalClock.reckon(twice, 5, time, day(11));
        assertThat(clock.pauses()).hasSize(2);
        assertThat(clock.used()).as("the 3rd, 6th and 11th").isEqualTo(3);
        assertThat(clock.due()).isEqualTo(day(13));
    }

    @Test
    void isLongerByWhatItWasExtended() {
        List<CaseEvent> events = new ArrayList<>(events(Type.SUBMITTED, 2));
        events.add(new CaseEvent(1, day(5).atTime(LocalTime.NOON).atZone(ZONE).toInstant(), Type.EXTENDED, "staff:x", "x", "d", Portal.OFFICE, Map.of("days", "3")));
        var clock = LegalClock.reckon(events, 5, time, day(10));
        assertThat(clock.promised()).isEqualTo(8);
        assertThat(clock.left()).isEqualTo(2);
        assertThat(clock.due()).isEqualTo(day(12));
        assertThat(clock.extension()).isEqualTo(new LegalClock.Extension(day(5), 3));
    }

    @Test
    void standsStillFromARefusalUntilItIsTakenBackAndLeavesFiveDaysThen() {
        var clock = LegalClock.reckon(events(Type.SUBMITTED, 2, Type.REFUSED, 4, Type.REOPENED, 18), 5, time, day(19));
        assertThat(clock.used()).as("the 3rd, the 4th and the 19th").isEqualTo(3);
        assertThat(clock.promised()).as("two were used, five are left").isEqualTo(7);
        assertThat(clock.due()).isEqualTo(day(25));
        assertThat(LegalClock.reckon(events(Type.SUBMITTED, 2, Type.REFUSED, 4, Type.REOPENED, 18), 20, time, day(19)).promised()).as("more are left anyway").isEqualTo(20);
    }

    @Test
    void doesNotRunForACaseNeverHandedIn() {
        assertThatThrownBy(() -> LegalClock.reckon(List.of(), 5, time, day(2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    private static List<CaseEvent> events(Object... typesAndDays) {
        List<CaseEvent> events = new ArrayList<>();
        for (int i = 0; i < typesAndDays.length; i += 2) {
            events.add(new CaseEvent(i, day((int) typesAndDays[i + 1]).atTime(LocalTime.of(23, 30)).atZone(ZONE).toInstant(),
                    (Type) typesAndDays[i], "resident:1", "somebody", null, Portal.WEB, Map.of()));
        }
        return events;
    }

    private static WorkingDays calendar() {
        try {
            return WorkingDays.read(new BufferedReader(new StringReader("")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
