package org.fourportals.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.PoolReading;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.About;
import org.springframework.stereotype.Component;

/**
 * A draft begun without signing in becomes the resident's own; from now on the pool answers what it knows. Her answers stay. Refuses
 * {@link DraftOutcome.NotFound} where her browser does not hold the draft.
 */
@Component
public final class AdoptDraft implements Operation<AdoptDraft.Request, DraftOutcome> {

    private final CaseStore store;
    private final Interview interview;
    private final PoolReading pool;

    AdoptDraft(CaseStore store, Interview interview, PoolReading pool) {
        this.store = store;
        this.interview = interview;
        this.pool = pool;
    }

    /**
     * @param browser the browser's id, which must be the draft's
     */
    public record Request(UUID caseId, UUID browser) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT);
    }

    @Override
    public Class<DraftOutcome> results() {
        return DraftOutcome.class;
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        Subject resident = ((Actor.Resident) actor).subject();
        Optional<Case> found = store.findForUpdate(request.caseId())
                .filter(c -> c.state().isDraft() && c.applicant() == null && request.browser().equals(c.visitor()));
        if (found.isEmpty()) {
            return new DraftOutcome.NotFound();
        }
        AffairPlan plan = interview.planOf(found.get());
        Subject subject = plan.about() == About.SELF ? resident : null;
        Map<String, String> names = new HashMap<>(Map.of("applicant", actor.name()));
        if (subject != null) {
            names.put("subject", actor.name());
        }
        CaseContent content = found.get().content();
        Case adopted = found.get().about(subject, resident, null).with(content.withPeople(content.roles(), names));
        adopted = adopted.with(pool.read(actor, adopted, plan));
        store.resealEvents(found.get(), adopted);
        store.update(adopted);
        store.append(adopted, CaseEvent.Type.ADOPTED, actor, Map.of());
        return new DraftOutcome.Saved(request.caseId());
    }
}
