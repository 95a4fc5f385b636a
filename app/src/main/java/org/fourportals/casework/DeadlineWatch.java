package org.fourportals.casework;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.fourportals.base.Actor;
import org.fourportals.casework.internal.AlarmStore;
import org.fourportals.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every quarter of an hour for cases whose time runs out or is over. Many nodes may look at once: each case is locked, and told of once. */
@Component
class DeadlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final Actor CLOCK = new Actor.Automatic("legal clock");
    private static final UUID FIRST = new UUID(0, 0);
    private static final int BATCH = 500;

    private final AlarmStore alarms;
    private final AlarmRule rule;
    private final RaiseAlarm raise;
    private final Desk desk;

    DeadlineWatch(AlarmStore alarms, AlarmRule rule, RaiseAlarm raise, Desk desk) {
        this.alarms = alarms;
        this.rule = rule;
        this.raise = raise;
        this.desk = desk;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        List<UUID> batch = alarms.listToWatch(rule.soon(), FIRST, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(this::raise);
            batch = batch.size() < BATCH ? List.of() : alarms.listToWatch(rule.soon(), batch.getLast(), BATCH);
        }
    }

    private void raise(UUID id) {
        try {
            desk.perform(CLOCK, raise, new RaiseAlarm.Request(id));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of the deadline of case {}", id, e);
        }
    }
}
