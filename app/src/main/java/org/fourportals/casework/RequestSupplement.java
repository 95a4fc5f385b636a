package org.fourportals.casework;

import java.util.List;
import java.util.Map;
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
 * Sends a case back for what is missing, naming every line of the checklist that has to be brought anew and why; the legal clock stands
 * still until it arrives. Refuses {@link StaffOutcome.ReasonNeeded}, {@link StaffOutcome.NotYourPart} where the reviewer's department has
 * given its opinion or has no part in the stage, {@link StaffOutcome.AskedOnce} where a clerk names more than the first time, {@link StaffOutcome.NotNow}, {@link StaffOutcome.HeldBy} and {@link StaffOutcome.ChangedMeanwhile}.
 */
@Component
public final class RequestSupplement implements Operation<RequestSupplement.Request, StaffOutcome> {

    private static final int LONGEST = 2_000;

    private final StaffActs acts;
    private final CaseStore store;
    private final ReviewStore reviews;
    private final Interview interview;

    RequestSupplement(StaffActs acts, CaseStore store, ReviewStore reviews, Interview interview) {
        this.acts = acts;
        this.store = store;
        this.reviews = reviews;
        this.interview = interview;
    }

    /**
     * @param requirements at least one, ids of the case's checklist
     */
    public record Request(UUID caseId, int rowVersion, List<String> requirements, String reason) implements Desk.AboutCase {
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
        return acts.act(actor, request.caseId(), request.rowVersion(), about -> {
            if (!about.may(CaseEvent.Type.SUPPLEMENT_REQUESTED)) {
                return new StaffOutcome.NotNow(about.state());
            }
            if (about.state() == CaseState.IN_REVIEW && !reviews.waitsFor(about, ((Actor.Staff) actor).department())) {
                return new StaffOutcome.NotYourPart();
            }
            boolean known = interview.progress(about).checklist().stream().map(l -> l.requirement().id()).toList()
                    .containsAll(request.requirements());
            if (request.reason().isBlank() || request.reason().length() > LONGEST || request.requirements().isEmpty() || !known) {
                return new StaffOutcome.ReasonNeeded();
            }
            Set<String> before = Supplements.everRequested(store.listEvents(about));
            if (about.state() == CaseState.SUBMITTED && !before.isEmpty() && !before.containsAll(request.requirements())) {
                return new StaffOutcome.AskedOnce();
            }
            store.update(about.after(CaseEvent.Type.SUPPLEMENT_REQUESTED).due(null));
            store.append(about, CaseEvent.Type.SUPPLEMENT_REQUESTED, actor,
                    Map.of("requirements", String.join(",", request.requirements()), "reason", request.reason().strip()));
            return new StaffOutcome.Done(about.id(), CaseState.SUPPLEMENT);
        });
    }
}
