package org.fourportals.notice;

import java.time.LocalTime;
import java.util.concurrent.TimeUnit;

import org.fourportals.base.CityTime;
import org.fourportals.notice.internal.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round: listens to other rooms and sends every second, reminds and warns by day. Many nodes may do so at once. */
@Component
class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final CaseNews cases;
    private final DeliveryNews deliveries;
    private final VisitReminders visits;
    private final Sender sender;
    private final CityTime time;

    Rounds(CaseNews cases, DeliveryNews deliveries, VisitReminders visits, Sender sender, CityTime time) {
        this.cases = cases;
        this.deliveries = deliveries;
        this.visits = visits;
        this.sender = sender;
        this.time = time;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void listen() {
        safely("Casework could not be listened to", cases::listen);
        safely("Delivery could not be listened to", deliveries::listen);
        sender.wake();
    }

    /** Nobody is woken at night. */
    @Scheduled(initialDelay = 2, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void remind() {
        LocalTime now = LocalTime.ofInstant(time.now(), time.zone());
        if (!now.isBefore(MORNING) && now.isBefore(EVENING)) {
            safely("Nobody could be reminded of appointments", visits::remind);
            safely("Nobody could be warned of deadlines", cases::warn);
        }
    }

    private static void safely(String fault, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error(fault, e);
        }
    }
}
