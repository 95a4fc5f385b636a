package org.fourportals.catalogue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.fourportals.catalogue.CatalogueReader.PlanReading;
import org.fourportals.catalogue.CatalogueReader.Reading;
import org.fourportals.catalogue.events.AffairPublished;
import org.fourportals.catalogue.internal.VersionStore;
import org.jspecify.annotations.Nullable;

/**
 * What is in force now: the city's files, and over them the editions whose day has come. The day is looked at with every use, so that an edition
 * is in force from midnight on.
 */
final class InForce {

    private final VersionStore versions;
    private final Supplier<LocalDate> today;
    private final Consumer<AffairPublished> listeners;
    private Reading files;
    private volatile State state;

    /** What holds until a day. */
    private record State(Reading reading, LocalDate until) {
    }

    InForce(Reading files, VersionStore versions, Supplier<LocalDate> today, Consumer<AffairPublished> listeners) {
        this.files = files;
        this.versions = versions;
        this.today = today;
        this.listeners = listeners;
        this.state = find(files, null);
    }

    Reading reading() {
        if (!today.get().isBefore(state.until())) {
            renew();
        }
        return state.reading();
    }

    /** Takes new files; returns the affairs whose text is another one now. */
    List<String> replace(Reading newFiles) {
        synchronized (this) {
            files = newFiles;
        }
        return renew();
    }

    /** Looks what was published meanwhile, tells the listeners, and returns the affairs whose text is another one now. */
    List<String> renew() {
        List<String> changed;
        synchronized (this) {
            Reading before = state.reading();
            state = find(files, before);
            changed = state.reading().plans().values().stream()
                    .filter(plan -> !(before.plans().get(plan.affair().id()) instanceof AffairPlan old && old.version().equals(plan.version())))
                    .map(plan -> plan.affair().id()).toList();
        }
        if (!changed.isEmpty()) {
            listeners.accept(new AffairPublished(changed));
        }
        return changed;
    }

    private State find(Reading from, @Nullable Reading before) {
        LocalDate day = today.get();
        SequencedMap<String, AffairPlan> plans = new LinkedHashMap<>(from.plans());
        Map<String, String> texts = new LinkedHashMap<>(from.texts());
        for (VersionStore.InForce text : versions.listInForce(day)) {
            AffairPlan old = before == null || before.city() != from.city() ? null : before.plans().get(text.affair());
            plans.put(text.affair(), old != null && old.version().equals(text.version()) ? old
                    : compile(from.city(), text.affair(), text.version(), text.yaml()));
            texts.put(text.affair(), text.yaml());
        }
        return new State(new Reading(from.city(), plans, texts, List.of()), versions.findNextChange(day).orElse(LocalDate.MAX));
    }

    /** Reads a text that was published; throws {@link CatalogueRefused} if the city no longer has what it speaks of. */
    static AffairPlan compile(City city, String affair, String version, String text) {
        PlanReading reading = CatalogueReader.readSuperseded(city, affair + "@" + version, text);
        return reading.plan().orElseThrow(() -> new CatalogueRefused(reading.problems()));
    }
}
