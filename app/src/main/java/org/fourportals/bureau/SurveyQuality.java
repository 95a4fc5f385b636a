package org.fourportals.bureau;

import java.util.Set;

import org.fourportals.base.Actor;
import org.fourportals.base.Operation;
import org.fourportals.base.Refusal;
import org.fourportals.base.Role;
import org.springframework.stereotype.Component;

/** The data bureau has the quality of all data sets found out now and not only at the week's end. Refuses {@link GoesOnAlready}. */
@Component
public final class SurveyQuality implements Operation<SurveyQuality.Request, SurveyQuality.Outcome> {

    private final QualitySurveys surveys;

    SurveyQuality(QualitySurveys surveys) {
        this.surveys = surveys;
    }

    /** All of them; one pass costs the same. */
    public record Request() {
    }

    /** What became of it. */
    public sealed interface Outcome {
    }

    public record Begun() implements Outcome {
    }

    public record GoesOnAlready() implements Outcome, Refusal {
    }

    @Override
    public Set<Role> allowed() {
        return Set.of(Role.BUREAU);
    }

    @Override
    public Class<Outcome> results() {
        return Outcome.class;
    }

    @Override
    public Outcome perform(Actor actor, Request request) {
        return surveys.ask(actor.id()) ? new Begun() : new GoesOnAlready();
    }
}
