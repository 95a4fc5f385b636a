package org.fourportals.casework;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * A clerk, or a reviewer of the affair's department, finds the application complete; its first stage begins and its departments see it.
 * Refuses {@link StaffOutcome.HeldBy}, {@link StaffOutcome.ChangedMeanwhile} and {@link StaffOutcome.NotNow}.
 */
@Component
public final class AcceptCase implements Operation<AcceptCase.Request, StaffOutcome> {

    private final StaffActs acts;
    private final Stages stages;
    private final CaseStore store;

    AcceptCase(StaffActs acts, Stages stages, CaseStore store) {
        this.acts = acts;
        this.stages = stages;
        this.store = store;
    }

    public record Request(UUID caseId, int rowVersion) implements Desk.AboutCase {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK, Role.REVIEWER);
    }

    @Override
    public Class<StaffOutcome> results() {
        return StaffOutcome.class;
    }

    @Override
    public StaffOutcome perform(Actor actor, Request request) {
        return acts.act(actor, request.caseId(), request.rowVersion(), submitted -> {
            if (!submitted.may(CaseEvent.Type.ACCEPTED)) {
                return new StaffOutcome.NotNow(submitted.state());
            }
            store.append(submitted, CaseEvent.Type.ACCEPTED, actor, Map.of());
            stages.begin(actor, submitted.after(CaseEvent.Type.ACCEPTED), 0);
            return new StaffOutcome.Done(submitted.id(), CaseState.IN_REVIEW);
        });
    }
}
