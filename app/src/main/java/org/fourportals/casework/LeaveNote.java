package org.fourportals.casework;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * Staff leave each other a note on a case: sealed with it, read by whoever of the staff may see it, never by the applicant. Changes nothing else, and needs
 * no hold on it. Refuses {@link StaffOutcome.ReasonNeeded} for an empty note or one of more than 2,000 characters, {@link StaffOutcome.NotNow} and {@link StaffOutcome.NotFound}.
 */
@Component
public final class LeaveNote implements Operation<LeaveNote.Request, StaffOutcome> {

    private static final int LONGEST = 2_000;

    private final CaseStore store;
    private final CaseAccess access;

    LeaveNote(CaseStore store, CaseAccess access) {
        this.store = store;
        this.access = access;
    }

    public record Request(UUID caseId, String note) implements Desk.AboutCase {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.CLERK, Role.REVIEWER, Role.HEAD);
    }

    @Override
    public Class<StaffOutcome> results() {
        return StaffOutcome.class;
    }

    @Override
    public StaffOutcome perform(Actor actor, Request request) {
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(about -> !about.state().isDraft() && access.maySee(actor, about));
        if (found.isEmpty()) {
            return new StaffOutcome.NotFound();
        }
        Case about = found.get();
        if (!about.may(CaseEvent.Type.NOTED)) {
            return new StaffOutcome.NotNow(about.state());
        }
        if (request.note().isBlank() || request.note().length() > LONGEST) {
            return new StaffOutcome.ReasonNeeded();
        }
        store.append(about, CaseEvent.Type.NOTED, actor, Map.of("note", request.note().strip()));
        return new StaffOutcome.Done(about.id(), about.state());
    }
}
