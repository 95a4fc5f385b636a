package org.fourportals.casework;

import java.util.HashMap;
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

    /** @param reasonEn the same reason in English; empty where there is one text only */
    public record Request(UUID caseId, int rowVersion, boolean grants, String reason, String reasonEn) implements Desk.AboutCase {
        public Request(UUID caseId, int rowVersion, boolean grants, String reason) {
            this(caseId, rowVersion, grants, reason, "");
        }

        Map<String, String> detail() {
            Map<String, String> detail = new HashMap<>();
            if (!reason.isBlank()) {
                detail.put("reason", reason.strip());
            }
            if (!reasonEn.isBlank() && !reasonEn.equals(reason)) {
                detail.put("reason.en", reasonEn.strip());
            }
            return detail;
        }
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
            return request.grants() ? grant(reviewer, about, request, against) : refuse(reviewer, about, request);
        });
    }

    /** Departments that disagreed at an earlier stage; who decides in spite of them says why, for them and the applicant to read. */
    private List<String> against(Case about) {
        return reviews.list(about.id()).stream().filter(review -> review.stage() < about.stage() && "disagree".equals(review.opinion())).map(Review::department).distinct().toList();
    }

    private StaffOutcome grant(Actor.Staff reviewer, Case about, Request request, List<String> against) {
        granting.grant(reviewer, about, request.detail(), against);
        return new StaffOutcome.Done(about.id(), CaseState.GRANTED);
    }

    private StaffOutcome refuse(Actor.Staff reviewer, Case about, Request request) {
        store.update(about.after(CaseEvent.Type.REFUSED));
        store.append(about, CaseEvent.Type.REFUSED, reviewer, request.detail());
        return new StaffOutcome.Done(about.id(), CaseState.REFUSED);
    }
}
