package org.fourportals.catalogue;

import java.time.LocalDate;
import java.util.Optional;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.catalogue.CatalogueReader.PlanReading;
import org.fourportals.catalogue.internal.EditionStore;
import org.fourportals.catalogue.internal.EditionStore.Author;
import org.fourportals.catalogue.internal.VersionStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way in which a text becomes an edition: proved once more against the city as it is, kept, dated, and put in force when the act has
 * committed or its day has come.
 */
@Component
final class Publishing {

    private static final int LONGEST_REASON = 1_000;
    private static final int YEARS_AHEAD = 2;

    private final Catalogue catalogue;
    private final Editions known;
    private final EditionStore editions;
    private final VersionStore versions;
    private final CityTime time;

    Publishing(Catalogue catalogue, Editions known, EditionStore editions, VersionStore versions, CityTime time) {
        this.catalogue = catalogue;
        this.known = known;
        this.editions = editions;
        this.versions = versions;
        this.time = time;
    }

    /**
     * Publishes. Refuses {@link EditOutcome.ReasonNeeded}, {@link EditOutcome.DayNotPossible}, {@link EditOutcome.NotProved}, and
     * {@link EditOutcome.Unchanged} where that text is in force on that day anyway.
     */
    EditOutcome publish(Actor actor, String affair, String text, Author author, LocalDate from, String why) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || !Editions.isText(reason)) {
            return new EditOutcome.ReasonNeeded();
        }
        LocalDate today = time.today();
        LocalDate last = today.plusYears(YEARS_AHEAD);
        if (from.isBefore(today) || from.isAfter(last)) {
            return new EditOutcome.DayNotPossible(today, last);
        }
        PlanReading reading = known.check(affair, text);
        Optional<AffairPlan> plan = reading.plan();
        if (plan.isEmpty() || !reading.problems().isEmpty()) {
            return new EditOutcome.NotProved(reading.problems());
        }
        String version = plan.get().version();
        if (known.versionOn(affair, from).filter(version::equals).isPresent()) {
            return new EditOutcome.Unchanged();
        }
        versions.keep(affair, version, text);
        editions.add(affair, version, from, author, actor, reason, time.now());
        refreshAfterwards();
        return new EditOutcome.Published(version, from);
    }

    /** When the act has committed, and only then, this node looks what is in force; others find out within half a minute. */
    void refreshAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                catalogue.refresh();
            }
        });
    }
}
