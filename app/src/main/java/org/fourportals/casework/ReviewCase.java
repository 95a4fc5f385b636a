package org.fourportals.casework;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
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
 * A department gives its opinion on a case in the stage under way; when all of the stage have, the next begins. Refuses
 * {@link StaffOutcome.NotYourPart}, {@link StaffOutcome.NotNow} (also where the stage is to decide), {@link StaffOutcome.ReasonNeeded} for a
 * disagreement without one, {@link StaffOutcome.HeldBy} and {@link StaffOutcome.ChangedMeanwhile}.
 */
@Component
public final class ReviewCase implements Operation<ReviewCase.Request, StaffOutcome> {

    private final StaffActs acts;
    private final Stages stages;
    private final CaseStore store;
    private final ReviewStore reviews;

    ReviewCase(StaffActs acts, Stages stages, CaseStore store, ReviewStore reviews) {
        this.acts = acts;
        this.stages = stages;
        this.store = store;
        this.reviews = reviews;
    }

    public record Request(UUID caseId, int rowVersion, boolean agrees, String remark) implements Desk.AboutCase {
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
            if (!about.may(CaseEvent.Type.REVIEWED) || stages.current(about).kind() == AffairPlan.StageKind.DECIDE) {
                return new StaffOutcome.NotNow(about.state());
            }
            if (!request.agrees() && request.remark().isBlank()) {
                return new StaffOutcome.ReasonNeeded();
            }
            String opinion = request.agrees() ? "agree" : "disagree";
            OptionalInt waiting = reviews.give(about.id(), about.stage(), reviewer.department(), opinion, reviewer);
            if (waiting.isEmpty()) {
                return new StaffOutcome.NotYourPart();
            }
            Map<String, String> detail = new HashMap<>(Map.of("stage", stages.current(about).id(), "opinion", opinion));
            if (!request.remark().isBlank()) {
                detail.put("reason", request.remark().strip());
            }
            store.append(about, CaseEvent.Type.REVIEWED, actor, detail);
            stages.advance(actor, about, waiting.getAsInt());
            return new StaffOutcome.Done(about.id(), CaseState.IN_REVIEW);
        });
    }
}
