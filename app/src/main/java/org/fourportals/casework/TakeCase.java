package org.fourportals.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * A clerk or reviewer takes a case to work on for twenty minutes; she may take it over from a colleague
 * of her department, who is then told at her next act. Departments that work in parallel do not hinder each other.
 * Refuses {@link StaffOutcome.HeldBy} where such a colleague holds it and it is not taken over.
 */
@Component
public final class TakeCase implements Operation<TakeCase.Request, StaffOutcome> {

    private final CaseStore store;
    private final ReviewStore reviews;
    private final CaseAccess access;

    TakeCase(CaseStore store, ReviewStore reviews, CaseAccess access) {
        this.store = store;
        this.reviews = reviews;
        this.access = access;
    }

    public record Request(UUID caseId, boolean takeOver) implements Desk.AboutCase {
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
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(c -> access.maySee(actor, c) && !c.state().isDraft());
        if (found.isEmpty()) {
            return new StaffOutcome.NotFound();
        }
        Actor.Staff staff = (Actor.Staff) actor;
        if (request.takeOver()) {
            reviews.takeOver(request.caseId(), staff);
        }
        Lease lease = reviews.take(request.caseId(), staff);
        return lease.staff().equals(staff.username()) ? new StaffOutcome.Done(request.caseId(), found.get().state())
                : new StaffOutcome.HeldBy(lease.staffName(), lease.until());
    }
}
