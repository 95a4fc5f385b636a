package org.fourportals.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * An application about which nobody said anything within five working days counts as accepted from the day it was handed in (Administrative Licensing
 * Law, article 32); its first stage begins. Refuses {@link DeemAccepted.NotDue}.
 */
@Component
public final class DeemAccepted implements Operation<DeemAccepted.Request, DeemAccepted.Outcome> {

    /** Working days in which a clerk accepts an application or asks for what is missing. */
    static final int WITHIN = 5;

    private final CaseStore store;
    private final Stages stages;
    private final CityTime time;

    DeemAccepted(CaseStore store, Stages stages, CityTime time) {
        this.store = store;
        this.stages = stages;
        this.time = time;
    }

    public record Request(UUID caseId) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Deemed(UUID caseId) implements Outcome {
    }

    /** Somebody dealt with it meanwhile, or there is time left. */
    public record NotDue() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.SYSTEM);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(about -> about.may(CaseEvent.Type.ACCEPTED));
        if (found.isEmpty() || !time.today().isAfter(lastDay(store.listEvents(found.get())))) {
            return new NotDue();
        }
        store.append(found.get(), CaseEvent.Type.ACCEPTED, actor, Map.of("deemed", "yes"));
        stages.begin(actor, found.get().after(CaseEvent.Type.ACCEPTED), 0);
        return new Deemed(request.caseId());
    }

    /** The last day on which somebody may say that something is missing: since the application, or what was missing, came in. */
    private LocalDate lastDay(List<CaseEvent> events) {
        LocalDate came = events.stream().filter(e -> e.type() == CaseEvent.Type.SUBMITTED || e.type() == CaseEvent.Type.SUPPLEMENTED)
                .map(e -> time.dayOf(e.at())).reduce((first, later) -> later).orElseThrow();
        return time.workingDays().after(came, WITHIN);
    }
}
