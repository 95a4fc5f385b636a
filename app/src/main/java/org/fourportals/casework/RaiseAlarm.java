package org.fourportals.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.AlarmStore;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * Warns of a deadline that is near, or escalates a case that is overdue, by {@link AlarmRule}; written into the case's events. Refuses {@link NotDue} where
 * somebody acted meanwhile, everybody was told, or there is time left.
 */
@Component
public final class RaiseAlarm implements Operation<RaiseAlarm.Request, RaiseAlarm.Outcome> {

    private final CaseStore store;
    private final AlarmStore alarms;
    private final AlarmRule rule;
    private final Overdue overdue;

    RaiseAlarm(CaseStore store, AlarmStore alarms, AlarmRule rule, Overdue overdue) {
        this.store = store;
        this.alarms = alarms;
        this.rule = rule;
        this.overdue = overdue;
    }

    public record Request(UUID caseId) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Raised(UUID caseId, Alarm alarm) implements Outcome {
    }

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
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(about -> about.may(CaseEvent.Type.WARNED) && about.deadline() != null);
        if (found.isEmpty()) {
            return new NotDue();
        }
        LocalDate deadline = Objects.requireNonNull(found.get().deadline());
        Optional<Alarm> next = rule.next(deadline, alarms.list(request.caseId(), deadline));
        if (next.isEmpty()) {
            return new NotDue();
        }
        alarms.keep(request.caseId(), deadline, next.get());
        String departments = String.join(",", overdue.responsible(found.get()));
        switch (next.get()) {
            case WARNED -> store.append(found.get(), CaseEvent.Type.WARNED, actor, Map.of("deadline", deadline.toString(), "departments", departments));
            case HEAD -> escalate(actor, found.get(), deadline, departments, "head");
            case CITY -> escalate(actor, found.get(), deadline, departments, "city");
        }
        return new Raised(request.caseId(), next.get());
    }

    private void escalate(Actor actor, Case about, LocalDate deadline, String departments, String to) {
        store.append(about, CaseEvent.Type.ESCALATED, actor, Map.of("deadline", deadline.toString(), "departments", departments, "to", to));
    }
}
