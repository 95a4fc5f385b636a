package org.fourportals.casework;

import java.util.List;
import java.util.Map;

import org.fourportals.base.Actor;
import org.fourportals.casework.internal.CaseStore;
import org.fourportals.casework.internal.ReviewStore;
import org.fourportals.catalogue.AffairPlan;
import org.springframework.stereotype.Component;

/** Leads a case from stage to stage of its affair's procedure: departments of one stage in parallel, stages in turn. */
@Component
class Stages {

    private final CaseStore store;
    private final ReviewStore reviews;
    private final Interview interview;

    Stages(CaseStore store, ReviewStore reviews, Interview interview) {
        this.store = store;
        this.reviews = reviews;
        this.interview = interview;
    }

    List<AffairPlan.Stage> of(Case about) {
        return interview.planOf(about).procedure().stages();
    }

    AffairPlan.Stage current(Case inReview) {
        return of(inReview).get(inReview.stage());
    }

    /** Writes the case at that stage, or at the next that its circumstance needs, and asks its departments. */
    void begin(Actor actor, Case inReview, int first) {
        List<AffairPlan.Stage> stages = of(inReview);
        int stage = first;
        while (!interview.needs(inReview, stages.get(stage))) {
            stage++;
        }
        AffairPlan.Stage next = stages.get(stage);
        store.update(inReview.atStage(stage));
        reviews.begin(inReview.id(), stage, next.by());
        store.append(inReview, CaseEvent.Type.STAGE_BEGAN, actor, Map.of("stage", next.id()));
    }

    /**
     * Goes on to the next stage once every department of this one has given its opinion; writes the case either way.
     *
     * @param waiting how many departments have still to speak
     */
    void advance(Actor actor, Case inReview, int waiting) {
        if (waiting > 0) {
            store.update(inReview);
        } else {
            begin(actor, inReview, inReview.stage() + 1);
        }
    }
}
