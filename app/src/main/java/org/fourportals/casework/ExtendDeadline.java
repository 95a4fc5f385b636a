package org.fourportals.casework;

import java.util.List;
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
 * A department that still has to speak takes more time, once and for at most ten working days, and tells the applicant why (Administrative Licensing
 * Law, article 42). Refuses {@link StaffOutcome.ReasonNeeded}, also for days that are not possible, {@link StaffOutcome.ExtendedAlready},
 * {@link StaffOutcome.NotYourPart}, {@link StaffOutcome.NotNow}, {@link StaffOutcome.HeldBy} and {@link StaffOutcome.ChangedMeanwhile}.
 */
@Component
public final class ExtendDeadline implements Operation<ExtendDeadline.Request, StaffOutcome> {

    /** Working days the law allows. */
    public static final int MOST = 10;
    private static final int LONGEST = 2_000;

    private final StaffActs acts;
    private final CaseStore store;
    private final ReviewStore reviews;
    private final Interview interview;
    private final CityTime time;

    ExtendDeadline(StaffActs acts, CaseStore store, ReviewStore reviews, Interview interview, CityTime time) {
        this.acts = acts;
        this.store = store;
        this.reviews = reviews;
        this.interview = interview;
        this.time = time;
    }

    /** @param days working days, 1 to {@value #MOST} */
    public record Request(UUID caseId, int rowVersion, int days, String reason) implements Desk.AboutCase {
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
        return acts.act(actor, request.caseId(), request.rowVersion(), about -> {
            if (!about.may(CaseEvent.Type.EXTENDED)) {
                return new StaffOutcome.NotNow(about.state());
            }
            if (!reviews.waitsFor(about, ((Actor.Staff) actor).department())) {
                return new StaffOutcome.NotYourPart();
            }
            List<CaseEvent> events = store.listEvents(about);
            if (events.stream().anyMatch(event -> event.type() == CaseEvent.Type.EXTENDED)) {
                return new StaffOutcome.ExtendedAlready();
            }
            if (request.reason().isBlank() || request.reason().length() > LONGEST || request.days() < 1 || request.days() > MOST) {
                return new StaffOutcome.ReasonNeeded();
            }
            store.append(about, CaseEvent.Type.EXTENDED, actor, Map.of("days", String.valueOf(request.days()), "reason", request.reason().strip()));
            int promised = interview.planOf(about).affair().promisedDays();
            store.update(about.due(LegalClock.reckon(store.listEvents(about), promised, time, time.today()).due()));
            return new StaffOutcome.Done(about.id(), CaseState.IN_REVIEW);
        });
    }
}
