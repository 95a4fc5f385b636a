package org.fourportals.casework;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Operation;
import org.fourportals.base.Role;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.desk.Desk;
import org.springframework.stereotype.Component;

/**
 * The department that refused a case finds that it was wrong, of itself or after an objection, and decides anew; the applicant reads why. The clock
 * stood still since the refusal; at least {@value LegalClock#AFTER_REOPENING} working days are left. Refuses {@link StaffOutcome.NotNow},
 * {@link StaffOutcome.NotYourPart}, {@link StaffOutcome.ReasonNeeded}, {@link StaffOutcome.HeldBy} and {@link StaffOutcome.ChangedMeanwhile}.
 */
@Component
public final class ReopenCase implements Operation<ReopenCase.Request, StaffOutcome> {

    private static final int LONGEST = 2_000;

    private final StaffActs acts;
    private final CaseStore store;
    private final ReviewStore reviews;
    private final Interview interview;
    private final CityTime time;

    ReopenCase(StaffActs acts, CaseStore store, ReviewStore reviews, Interview interview, CityTime time) {
        this.acts = acts;
        this.store = store;
        this.reviews = reviews;
        this.interview = interview;
        this.time = time;
    }

    public record Request(UUID caseId, int rowVersion, String reason) implements Desk.AboutCase {
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
        String department = ((Actor.Staff) actor).department();
        return acts.act(actor, request.caseId(), request.rowVersion(), about -> {
            if (!about.may(CaseEvent.Type.REOPENED)) {
                return new StaffOutcome.NotNow(about.state());
            }
            if (reviews.list(about.id()).stream().noneMatch(r -> r.stage() == about.stage() && r.department().equals(department))) {
                return new StaffOutcome.NotYourPart();
            }
            if (request.reason().isBlank() || request.reason().length() > LONGEST) {
                return new StaffOutcome.ReasonNeeded();
            }
            store.append(about, CaseEvent.Type.REOPENED, actor, Map.of("reason", request.reason().strip()));
            int promised = interview.planOf(about).affair().promisedDays();
            store.update(about.after(CaseEvent.Type.REOPENED).due(LegalClock.reckon(store.listEvents(about), promised, time, time.today()).due()));
            reviews.ask(about.id(), about.stage());
            return new StaffOutcome.Done(about.id(), CaseState.IN_REVIEW);
        });
    }
}
