package org.fourportals.casework;

import java.time.Instant;
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
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * The applicant sends what a supplement asked for; the case goes on where it stood and its clock runs again from the next day. Refuses
 * {@link AnswerSupplement.StillMissing} with the requirements for which nothing new was brought, {@link AnswerSupplement.NoneAskedFor} and
 * {@link AnswerSupplement.NotFound}.
 */
@Component
public final class AnswerSupplement implements Operation<AnswerSupplement.Request, AnswerSupplement.Result> {

    private final CaseStore store;
    private final CaseAccess access;
    private final Interview interview;
    private final CityTime time;

    AnswerSupplement(CaseStore store, CaseAccess access, Interview interview, CityTime time) {
        this.store = store;
        this.access = access;
        this.interview = interview;
        this.time = time;
    }

    public record Request(UUID caseId) implements Desk.AboutCase {
    }

    /** What became of it. */
    public sealed interface Result {
    }

    public record Supplemented(UUID caseId) implements Result {
    }

    public record StillMissing(List<String> requirements) implements Result, Refusal {
    }

    public record NoneAskedFor(UUID caseId) implements Result, Refusal {
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
        if (found.isEmpty()) {
            return new NotFound();
        }
        Case about = found.get();
        if (!about.may(CaseEvent.Type.SUPPLEMENTED)) {
            return new NoneAskedFor(about.id());
        }
        List<CaseEvent> events = store.listEvents(about);
        Instant asked = events.stream().filter(e -> e.type() == CaseEvent.Type.SUPPLEMENT_REQUESTED).map(CaseEvent::at)
                .reduce((first, later) -> later).orElseThrow();
        List<String> missing = Supplements.requested(events).stream().filter(r -> !broughtSince(about, r, asked)).sorted().toList();
        if (!missing.isEmpty()) {
            return new StillMissing(missing);
        }
        store.append(about, CaseEvent.Type.SUPPLEMENTED, actor, Map.of());
        int promised = interview.planOf(about).affair().promisedDays();
        LegalClock.Reckoning clock = LegalClock.reckon(store.listEvents(about), promised, time, time.today());
        store.update(about.after(CaseEvent.Type.SUPPLEMENTED).due(clock.due()));
        return new Supplemented(about.id());
    }

    private static boolean broughtSince(Case about, String requirement, Instant asked) {
        CaseContent.Evidence evidence = about.content().evidence().get(requirement);
        return evidence != null && evidence.at().isAfter(asked);
    }
}
