package org.fourportals.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.PoolReading;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/**
 * Brings a draft up to date: the affair as it is published now, and what the registers say now. What the resident gave stays. A draft that
 * lay for a while, or whose submission was refused by newer records, thus shows what it would be judged by.
 */
@Component
public final class RefreshDraft implements Operation<RefreshDraft.Request, DraftOutcome> {

    private final Drafts drafts;
    private final Catalogue catalogue;
    private final PoolReading pool;

    RefreshDraft(Drafts drafts, Catalogue catalogue, PoolReading pool) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.pool = pool;
    }

    public record Request(UUID caseId) {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.VISITOR, Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<DraftOutcome> results() {
        return DraftOutcome.class;
    }

    @Override
    public DraftOutcome perform(Actor actor, Request request) {
        return drafts.change(actor, request.caseId(), "affair", draft -> {
            Optional<AffairPlan> published = catalogue.findPlan(draft.affair());
            Case pinned = published.map(plan -> draft.pinnedTo(plan.version())).orElse(draft);
            AffairPlan plan = catalogue.plan(pinned.affair(), pinned.affairVersion());
            return Optional.of(pinned.with(pool.read(actor, pinned, plan)));
        });
    }
}
