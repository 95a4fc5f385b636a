package org.fourportals.casework;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * The applicant takes a case back before it is decided, or throws a draft away. Refuses {@link WithdrawCase.TooLate} once it is decided and
 * {@link WithdrawCase.NotFound}.
 */
@Component
public final class WithdrawCase implements Operation<WithdrawCase.Request, WithdrawCase.Result> {

    private final CaseStore store;
    private final CaseAccess access;

    WithdrawCase(CaseStore store, CaseAccess access) {
        this.store = store;
        this.access = access;
    }

    public record Request(UUID caseId) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Withdrawn(UUID caseId) implements Result {
    }

    public record TooLate(CaseState state) implements Result, Refusal {
    }

    public record NotFound() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.VISITOR, Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(c -> access.mayActAsApplicant(actor, c));
        if (found.isEmpty()) {
            return new NotFound();
        }
        Case about = found.get();
        if (about.may(CaseEvent.Type.DISCARDED)) {
            store.update(about.after(CaseEvent.Type.DISCARDED).with(CaseContent.empty()));
            store.append(about, CaseEvent.Type.DISCARDED, actor, Map.of());
            return new Withdrawn(about.id());
        }
        if (!about.may(CaseEvent.Type.WITHDRAWN)) {
            return new TooLate(about.state());
        }
        store.update(about.after(CaseEvent.Type.WITHDRAWN).due(null));
        store.append(about, CaseEvent.Type.WITHDRAWN, actor, Map.of());
        return new Withdrawn(about.id());
    }
}
