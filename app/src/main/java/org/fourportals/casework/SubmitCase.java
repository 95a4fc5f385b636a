package org.fourportals.casework;

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
import org.fourportals.casework.internal.PoolReading;
import org.fourportals.circumstances.Standing;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * Hands a draft in. The pool is read once more, answers, records, evidence and the catalogue's version are frozen, the case gets its number
 * and its clock; where the applicant contradicts a register a correction is opened; and it is decided at once where the affair's rule allows it on pool facts alone. Refuses {@link SubmitCase.Incomplete} with
 * what is missing, {@link SubmitCase.NotAcceptable} where the circumstance is refused by the affair's rules, and {@link SubmitCase.NotFound}. A draft
 * that was handed in before answers {@link SubmitCase.AlreadySubmitted}.
 */
@Component
public final class SubmitCase implements Operation<SubmitCase.Request, SubmitCase.Result> {

    private final CaseStore store;
    private final CaseAccess access;
    private final Interview interview;
    private final PoolReading pool;
    private final Granting granting;
    private final Corrections corrections;
    private final CityTime time;

    SubmitCase(CaseStore store, CaseAccess access, Interview interview, PoolReading pool, Granting granting, Corrections corrections,
            CityTime time) {
        this.store = store;
        this.access = access;
        this.interview = interview;
        this.pool = pool;
        this.granting = granting;
        this.corrections = corrections;
        this.time = time;
    }

    public record Request(UUID caseId) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    /** Kept for good; `decided` if it was granted at once. */
    public record Submitted(UUID caseId, String number, boolean decided) implements Result {
    }

    /** It was handed in before; nothing was done twice. */
    public record AlreadySubmitted(UUID caseId, String number) implements Result, Refusal {
    }

    /** Ids of questions, requirements and form fields that are still open. */
    public record Incomplete(List<String> questions, List<String> requirements, List<String> fields) implements Result, Refusal {
    }

    /** By what is known now the affair's rules refuse it; the page says why. */
    public record NotAcceptable(List<String> refusals) implements Result, Refusal {
    }

    public record NotFound() implements Result, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.RESIDENT, Role.CLERK);
    }

    @Override
    public Class<Result> results() {
        return Result.class;
    }

    @Override
    public Result perform(Actor actor, Request request) {
        Optional<Case> found = store.findForUpdate(request.caseId()).filter(c -> access.mayActAsApplicant(actor, c));
        if (found.isEmpty() || found.get().state() == CaseState.DISCARDED) {
            return new NotFound();
        }
        Case draft = found.get();
        if (!draft.may(CaseEvent.Type.SUBMITTED)) {
            return new AlreadySubmitted(draft.id(), String.valueOf(draft.number()));
        }
        Case current = draft.with(pool.read(actor, draft, interview.planOf(draft)));
        Progress progress = interview.progress(current);
        if (progress.standing() instanceof Standing.Refused refused) {
            return new NotAcceptable(refused.refusals());
        }
        if (!progress.isComplete() || current.subject() == null) {
            return incomplete(progress);
        }
        return submit(actor, current, progress);
    }

    private static Incomplete incomplete(Progress progress) {
        List<String> questions = progress.standing() instanceof Standing.Asking asking ? List.of(asking.next().id()) : List.of();
        return new Incomplete(questions, progress.missing().stream().map(r -> r.id()).toList(),
                progress.problems().stream().map(f -> f.field().id()).toList());
    }

    private Submitted submit(Actor actor, Case draft, Progress progress) {
        String number = store.nextNumber().value();
        int days = progress.plan().affair().promisedDays();
        Case submitted = Freezing.freeze(draft, progress, time).after(CaseEvent.Type.SUBMITTED).handedIn(number, time.now())
                .due(time.workingDays().after(time.today(), days));
        store.update(submitted);
        store.append(draft, CaseEvent.Type.SUBMITTED, actor, Map.of());
        corrections.openFor(submitted);
        boolean decided = interview.isInstant(progress);
        if (decided) {
            granting.grantAtOnce(store.findForUpdate(draft.id()).orElseThrow());
        }
        return new Submitted(draft.id(), number, decided);
    }
}
