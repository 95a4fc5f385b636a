package org.fourportals.casework;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.fourportals.base.Actor;
import org.fourportals.casework.internal.CaseStore;
import org.springframework.stereotype.Component;

/** What all changes to a draft have in common: lock it, check that the actor may, that it still is one, and write it. */
@Component
class Drafts {

    private final CaseStore store;
    private final CaseAccess access;

    Drafts(CaseStore store, CaseAccess access) {
        this.store = store;
        this.access = access;
    }

    /** Changes the draft; `change` gives the changed case, or empty where `to` cannot be answered so. */
    DraftOutcome change(Actor actor, UUID id, String to, Function<Case, Optional<Case>> change) {
        Optional<Case> found = store.findForUpdate(id).filter(c -> access.mayActAsApplicant(actor, c));
        if (found.isEmpty()) {
            return new DraftOutcome.NotFound();
        }
        if (!found.get().state().isDraft()) {
            return new DraftOutcome.NoLongerDraft(id);
        }
        Optional<Case> changed = change.apply(found.get());
        if (changed.isEmpty()) {
            return new DraftOutcome.NotAnAnswer(to);
        }
        store.update(changed.get());
        return new DraftOutcome.Saved(id);
    }
}
