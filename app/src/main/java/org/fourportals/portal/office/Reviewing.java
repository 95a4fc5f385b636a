package org.fourportals.portal.office;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.CaseEvent;
import org.fourportals.casework.Cases;
import org.fourportals.casework.DecideCase;
import org.fourportals.casework.ExtendDeadline;
import org.fourportals.casework.Interview;
import org.fourportals.casework.ReopenCase;
import org.fourportals.casework.RequestSupplement;
import org.fourportals.casework.ReviewCase;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.casework.TakeCase;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reviewer can do with a case, each act once through the desk. */
@Component("office.Reviewing")
class Reviewing {

    private final Desk desk;
    private final Cases cases;
    private final Interview interview;
    private final TakeCase take;
    private final ReviewCase review;
    private final DecideCase decide;
    private final Sending sending;

    Reviewing(Desk desk, Cases cases, Interview interview, TakeCase take, ReviewCase review, DecideCase decide, Sending sending) {
        this.desk = desk;
        this.cases = cases;
        this.interview = interview;
        this.take = take;
        this.review = review;
        this.decide = decide;
        this.sending = sending;
    }

    /** What takes a case off the table without a decision, or puts it back there. */
    @Component("office.Reviewing.Sending")
    record Sending(RequestSupplement back, ExtendDeadline later, ReopenCase again) {
    }

    StaffOutcome reopen(Actor actor, UUID id, int version, String reason, UUID key) {
        return desk.perform(actor, sending.again(), new ReopenCase.Request(id, version, reason), key);
    }

    /** Whether the reviewer's department refused it, and may take that back. */
    boolean mayReopen(Actor actor, Case about) {
        return about.may(CaseEvent.Type.REOPENED) && actor instanceof Actor.Staff staff && cases.listReviews(about).stream()
                .anyMatch(r -> r.stage() == about.stage() && r.department().equals(staff.department()));
    }

    StaffOutcome extend(Actor actor, UUID id, int version, int days, String reason, UUID key) {
        return desk.perform(actor, sending.later(), new ExtendDeadline.Request(id, version, days, reason), key);
    }

    /** Whether the case's time may still be extended. */
    boolean mayExtend(Case about) {
        return cases.listEvents(about).stream().noneMatch(event -> event.type() == CaseEvent.Type.EXTENDED);
    }

    /** The stage in which the reviewer's department still has to speak; null where the case does not wait for it. */
    AffairPlan.@Nullable Stage waitingStage(Actor actor, Case about) {
        if (about.state() != CaseState.IN_REVIEW || !(actor instanceof Actor.Staff staff) || !staff.is(Role.REVIEWER)) {
            return null;
        }
        boolean waits = cases.listReviews(about).stream()
                .anyMatch(r -> r.stage() == about.stage() && r.department().equals(staff.department()) && r.opinion() == null);
        return waits ? interview.planOf(about).procedure().stages().get(about.stage()) : null;
    }

    StaffOutcome take(Actor actor, UUID id, boolean takeOver) {
        return desk.perform(actor, take, new TakeCase.Request(id, takeOver));
    }

    StaffOutcome review(Actor actor, UUID id, int version, boolean agrees, String remark, UUID key) {
        return desk.perform(actor, review, new ReviewCase.Request(id, version, agrees, remark), key);
    }

    AffairPlan planOf(Case about) {
        return interview.planOf(about);
    }

    StaffOutcome decide(Actor actor, UUID id, int version, boolean grants, String reason, String reasonEn, UUID key) {
        return desk.perform(actor, decide, new DecideCase.Request(id, version, grants, reason, reasonEn), key);
    }

    StaffOutcome askFor(Actor actor, UUID id, int version, List<String> requirements, String reason, UUID key) {
        return desk.perform(actor, sending.back(), new RequestSupplement.Request(id, version, requirements, reason), key);
    }
}
