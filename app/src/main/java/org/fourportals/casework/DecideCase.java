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
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * The deciding department grants or refuses a case in its last stage. Refuses {@link StaffOutcome.NotYourPart}, {@link StaffOutcome.NotNow},
 * {@link StaffOutcome.ReasonNeeded} for a refusal without one, and for granting what another department disagreed with, {@link StaffOutcome.HeldBy} and {@link StaffOutcome.ChangedMeanwhile}.
 */
@Component
public final class DecideCase implements Operation<DecideCase.Request, StaffOutcome> {

    private final StaffActs acts;
    private final Stages stages;
    private final CaseStore store;
    private final ReviewStore reviews;
    private final Granting granting;

    DecideCase(StaffActs acts, Stages stages, CaseStore store, ReviewStore reviews, Granting granting) {
        this.acts = acts;
        this.stages = stages;
        this.store = store;
        this.reviews = reviews;
        this.granting = granting;
    }

    public record Request(UUID caseId, int rowVersion, boolean grants, String reason) implements Desk.AboutCase {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.REVIEWER);
    }

    @Override
    public Class<StaffOutcome> results() {
        return StaffOutcome.class;
    }

    @Override
    public StaffOutcome perform(Actor actor, Request request) {
        Actor.Staff reviewer = (Actor.Staff) actor;
        return acts.act(actor, request.caseId(), request.rowVersion(), about -> {
            if (!about.may(request.grants() ? CaseEvent.Type.GRANTED : CaseEvent.Type.REFUSED) || stages.current(about).kind() != AffairPlan.StageKind.DECIDE) {
                return new StaffOutcome.NotNow(about.state());
            }
            List<String> against = request.grants() ? against(about) : List.of();
            if (request.reason().isBlank() && (!request.grants() || !against.isEmpty())) {
                return new StaffOutcome.ReasonNeeded();
            }
            String opinion = request.grants() ? "agree" : "disagree";
            if (reviews.give(about.id(), about.stage(), reviewer.department(), opinion, reviewer).isEmpty()) {
                return new StaffOutcome.NotYourPart();
            }
            return request.grants() ? grant(reviewer, about, request.reason(), against) : refuse(reviewer, about, request.reason());
        });
    }

    /** Departments that disagreed; who decides in spite of them says why, for them and the applicant to read. */
    private List<String> against(Case about) {
        return reviews.list(about.id()).stream().filter(review -> "disagree".equals(review.opinion())).map(Review::department).distinct().toList();
    }

    private StaffOutcome grant(Actor.Staff reviewer, Case about, String reason, List<String> against) {
        granting.grant(reviewer, about, reason.strip(), against);
        return new StaffOutcome.Done(about.id(), CaseState.GRANTED);
    }

    private StaffOutcome refuse(Actor.Staff reviewer, Case about, String reason) {
        store.update(about.after(CaseEvent.Type.REFUSED));
        store.append(about, CaseEvent.Type.REFUSED, reviewer, Map.of("reason", reason.strip()));
        return new StaffOutcome.Done(about.id(), CaseState.REFUSED);
    }
}
