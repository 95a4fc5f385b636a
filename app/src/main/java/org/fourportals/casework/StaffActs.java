package org.fourportals.casework;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.fourportals.base.Actor;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.ReviewStore;
import org.springframework.stereotype.Component;

/** What all acts of staff have in common: lock the case, see that no colleague holds it and that it is as the page showed it. */
@Component
class StaffActs {

    private final CaseStore store;
    private final ReviewStore reviews;
    private final CaseAccess access;

    StaffActs(CaseStore store, ReviewStore reviews, CaseAccess access) {
        this.store = store;
        this.reviews = reviews;
        this.access = access;
    }

    /**
     * @param rowVersion of the case as the page showed it
     * @param act        returns the refusal or what was done; keeps the case itself
     */
    StaffOutcome act(Actor actor, UUID id, int rowVersion, Function<Case, StaffOutcome> act) {
        Actor.Staff staff = (Actor.Staff) actor;
        Optional<Case> found = store.findForUpdate(id).filter(c -> !c.state().isDraft() && access.maySee(actor, c));
        if (found.isEmpty()) {
            return new StaffOutcome.NotFound();
        }
        Optional<Lease> lease = reviews.findLast(id, staff.department());
        boolean hers = lease.isPresent() && lease.get().staff().equals(staff.username());
        if (lease.isPresent() && !hers && reviews.isInForce(lease.get())) {
            return new StaffOutcome.HeldBy(lease.get().staffName(), lease.get().until());
        }
        if (found.get().rowVersion() != rowVersion) {
            return new StaffOutcome.ChangedMeanwhile(found.get().state());
        }
        StaffOutcome outcome = act.apply(found.get());
        if (hers && outcome instanceof StaffOutcome.Done) {
            reviews.release(id, staff);
        }
        return outcome;
    }

    /** Writes the case with its new state and stage, and reads it back with its new row version. */
    Case keep(Case changed) {
        store.update(changed);
        return store.findForUpdate(changed.id()).orElseThrow();
    }
}
