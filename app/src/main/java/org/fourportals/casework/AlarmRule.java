package org.fourportals.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.fourportals.base.CityTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When whom to tell of a case's deadline: some working days before, those who may act; once it is over, the head of the department; some working days
 * after that, the city's supervision. Each once for a deadline, whatever becomes of clocks and calendars: what was told stays told.
 */
@Component
class AlarmRule {

    private static final int MOST = 60;

    private final CityTime time;
    private final int warnDays;
    private final int cityDays;

    /**
     * @param warnDays working days left at which one warns
     * @param cityDays working days that a head of department has
     */
    AlarmRule(CityTime time, @Value("${fourportals.deadlines.warn-days:2}") int warnDays, @Value("${fourportals.deadlines.city-days:3}") int cityDays) {
        if (warnDays < 0 || warnDays > MOST || cityDays < 1 || cityDays > MOST) {
            throw new IllegalArgumentException("fourportals.deadlines.warn-days is 0 to 60, city-days 1 to 60: " + warnDays + ", " + cityDays);
        }
        this.time = time;
        this.warnDays = warnDays;
        this.cityDays = cityDays;
    }

    /** What is to be told now; `told` of this same deadline, and when. */
    Optional<Alarm> next(LocalDate deadline, Map<Alarm, Instant> told) {
        LocalDate today = time.today();
        if (!today.isAfter(deadline)) {
            boolean near = time.workingDays().between(today, deadline) <= warnDays;
            return near && !told.containsKey(Alarm.WARNED) ? Optional.of(Alarm.WARNED) : Optional.empty();
        }
        Instant head = told.get(Alarm.HEAD);
        if (head == null) {
            return Optional.of(Alarm.HEAD);
        }
        boolean headHadTime = time.workingDays().between(time.dayOf(head), today) >= cityDays;
        return headHadTime && !told.containsKey(Alarm.CITY) ? Optional.of(Alarm.CITY) : Optional.empty();
    }

    /** The last deadline that is near by now. */
    LocalDate soon() {
        LocalDate day = time.today();
        while (time.workingDays().between(time.today(), day.plusDays(1)) <= warnDays) {
            day = day.plusDays(1);
        }
        return day;
    }

    CityTime time() {
        return time;
    }
}
