package org.fourportals.benchmarks.casework;

import java.util.UUID;
import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.casework.AcceptCase;
import org.fourportals.casework.Case;
import org.fourportals.casework.CaseState;
import org.fourportals.casework.Cases;
import org.fourportals.casework.DecideCase;
import org.fourportals.casework.ReviewCase;
import org.fourportals.casework.StaffOutcome;
import org.fourportals.casework.SubmitCase;
import org.fourportals.desk.Desk;

/** Ours through the desk: each act reads the case as a page does, then acts on what it has seen. */
final class OwnCases implements Contestant {

    private final Renewals renewals;
    private final Desk desk;
    private final Cases cases;
    private final SubmitCase submit;
    private final AcceptCase accept;
    private final ReviewCase review;
    private final DecideCase decide;
    private final Actor clerk;
    private final Actor market;
    private final Actor fire;

    OwnCases(City city, Renewals renewals) {
        this.renewals = renewals;
        this.desk = city.get(Desk.class);
        this.cases = city.get(Cases.class);
        this.submit = city.get(SubmitCase.class);
        this.accept = city.get(AcceptCase.class);
        this.review = city.get(ReviewCase.class);
        this.decide = city.get(DecideCase.class);
        this.clerk = city.staff("clerk-xihu", Portal.COUNTER);
        this.market = city.staff("reviewer-market", Portal.OFFICE);
        this.fire = city.staff("reviewer-fire", Portal.OFFICE);
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public void prepare(int count) {
        renewals.prepare(count);
    }

    @Override
    public void lead(Watch watch) {
        Renewals.Draft draft = renewals.next();
        UUID id = draft.id();
        if (!(desk.perform(draft.agent(), submit, new SubmitCase.Request(id), UUID.randomUUID()) instanceof SubmitCase.Submitted)) {
            throw new IllegalStateException("A complete draft was not taken");
        }
        watch.done(Step.SUBMIT);
        done(desk.perform(clerk, accept, new AcceptCase.Request(id, seen(clerk, id)), UUID.randomUUID()));
        watch.done(Step.ACCEPT);
        done(desk.perform(market, review, new ReviewCase.Request(id, seen(market, id), true, ""), UUID.randomUUID()));
        watch.done(Step.REVIEW);
        done(desk.perform(fire, review, new ReviewCase.Request(id, seen(fire, id), true, ""), UUID.randomUUID()));
        watch.done(Step.SECOND_REVIEW);
        var decided = done(desk.perform(market, decide, new DecideCase.Request(id, seen(market, id), true, ""), UUID.randomUUID()));
        if (decided.state() != CaseState.GRANTED) {
            throw new IllegalStateException("It was not granted but is " + decided.state());
        }
        watch.done(Step.DECIDE);
    }

    private int seen(Actor actor, UUID id) {
        return cases.find(actor, id).map(Case::rowVersion).orElseThrow();
    }

    private static StaffOutcome.Done done(StaffOutcome outcome) {
        if (outcome instanceof StaffOutcome.Done done) {
            return done;
        }
        throw new IllegalStateException("An act was refused: " + outcome);
    }
}
