package org.fourportals.bureau;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.base.Uuid7;
import org.fourportals.bureau.internal.PlanStore;
import org.fourportals.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/**
 * The bureau takes into a year's plan that a data set be shared for an affair, by whom and by which quarter. Refuses {@link NotFound},
 * {@link NoSuchQuarter}, {@link NoSuchDepartment} and {@link PromisedAlready}.
 */
@Component
public final class AdoptSaving implements Operation<AdoptSaving.Request, AdoptSaving.Outcome> {

    private static final int YEARS_AHEAD = 5;
    private static final int QUARTERS = 4;

    private final Savings savings;
    private final Catalogue catalogue;
    private final PlanStore store;
    private final CityTime time;

    AdoptSaving(Savings savings, Catalogue catalogue, PlanStore store, CityTime time) {
        this.savings = savings;
        this.catalogue = catalogue;
        this.store = store;
        this.time = time;
    }

    public record Request(Saving.Line line, int year, int quarter, String department) {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Adopted(UUID id) implements Outcome {
    }

    /** Nothing would be saved by it, or no longer. */
    public record NotFound() implements Outcome, Refusal {
    }

    /** It has gone by, or lies too far ahead. */
    public record NoSuchQuarter() implements Outcome, Refusal {
    }

    public record NoSuchDepartment() implements Outcome, Refusal {
    }

    /** In this year's plan or another's. */
    public record PromisedAlready() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request asked) {
        Optional<Saving> saving = savings.find(asked.line());
        if (saving.isEmpty()) {
            return new NotFound();
        }
        int thisYear = time.today().getYear();
        if (asked.quarter() < 1 || asked.quarter() > QUARTERS || asked.year() < thisYear || asked.year() > thisYear + YEARS_AHEAD) {
            return new NoSuchQuarter();
        }
        if (catalogue.departments().stream().noneMatch(each -> each.id().equals(asked.department()))) {
            return new NoSuchDepartment();
        }
        var line = new PlanLine(Uuid7.next(time.clock()), asked.year(), asked.quarter(), asked.line(), asked.department(), saving.get().people(), time.today(), null, null);
        if (line.due().isBefore(time.today())) {
            return new NoSuchQuarter();
        }
        return store.insert(line, (Actor.Staff) actor) ? new Adopted(line.id()) : new PromisedAlready();
    }
}
