package org.fourportals.casework;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every quarter of an hour for applications whose five working days are over. Many nodes may look at once. */
@Component
class DeemedAcceptance {

    private static final Logger LOG = LoggerFactory.getLogger(DeemedAcceptance.class);
    private static final Actor CLOCK = new Actor.Automatic("legal clock");

    private final CaseStore store;
    private final DeemAccepted deemAccepted;
    private final Desk desk;
    private final CityTime time;

    DeemedAcceptance(CaseStore store, DeemAccepted deemAccepted, Desk desk, CityTime time) {
        this.store = store;
        this.deemAccepted = deemAccepted;
        this.desk = desk;
        this.time = time;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        for (UUID id : store.listUnaccepted(time.today().minusDays(DeemAccepted.WITHIN))) {
            try {
                desk.perform(CLOCK, deemAccepted, new DeemAccepted.Request(id));
            } catch (RuntimeException e) {
                LOG.error("Case {} could not be counted as accepted", id, e);
            }
        }
    }
}
