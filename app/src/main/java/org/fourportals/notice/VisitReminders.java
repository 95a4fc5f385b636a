package org.fourportals.notice;

import java.time.LocalDate;
import java.util.Map;

import org.fourportals.base.CityTime;
import org.fourportals.base.Text;
import org.fourportals.centre.events.VisitAhead;
import org.fourportals.centre.events.VisitsAhead;
import org.fourportals.notice.internal.Day;
import org.springframework.stereotype.Component;

/** Reminds people of an appointment on the day before; not whoever booked only today. */
@Component
class VisitReminders {

    private final VisitsAhead visits;
    private final Telling telling;
    private final CityTime time;

    VisitReminders(VisitsAhead visits, Telling telling, CityTime time) {
        this.visits = visits;
        this.telling = telling;
        this.time = time;
    }

    void remind() {
        LocalDate today = time.today();
        visits.listOf(today.plusDays(1), today.atStartOfDay(time.zone()).toInstant()).forEach(this::remind);
    }

    private void remind(VisitAhead visit) {
        String begins = visit.begins().toString();
        telling.tell(new Occasion("booking:" + visit.booking(), visit.subject(), NoticeKind.BOOKING_TOMORROW, Map.of("centre", visit.centre(),
                "address", visit.address(), "date", Day.of(visit.day()), "time", new Text(begins, begins)), "/bookings/" + visit.booking(), time.now()));
    }
}
