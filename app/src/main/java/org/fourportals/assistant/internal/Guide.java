package org.fourportals.assistant.internal;

import java.util.ArrayList;
import java.util.List;

import org.fourportals.assistant.Answer;
import org.fourportals.assistant.Answer.Meant;
import org.fourportals.assistant.Place;
import org.fourportals.assistant.Target;
import org.fourportals.base.Actor;
import org.fourportals.base.Text;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.casework.Interview;
import org.fourportals.catalogue.AffairPlan;
import org.jspecify.annotations.Nullable;

/** Leads to the parts of the product, and tells how far the asker's own cases are. */
public final class Guide {

    private final Phrases phrases;
    private final Replies replies;
    private final @Nullable Own own;

    /** The asker's own cases. */
    private record Own(Cases cases, Interview interview, CaseTeller teller) {
    }

    /** Knows of nobody's cases where only the catalogue is measured: then both are null. */
    public Guide(Phrases phrases, Replies replies, Books books, @Nullable Cases cases, @Nullable Interview interview) {
        this.phrases = phrases;
        this.replies = replies;
        this.own = cases == null || interview == null ? null : new Own(cases, interview, new CaseTeller(cases, interview, books, phrases));
    }

    /** What is known where somebody asks. */
    public Context context(Actor actor, Place place) {
        Context plain = new Context(actor, place, null, null);
        return own == null || place.caseId() == null ? plain : own.cases.find(actor, place.caseId())
                .map(found -> new Context(actor, place.with(found.affair(), found.state()), found, own.interview.progress(found))).orElse(plain);
    }

    public Answer lead(Context context, Target target) {
        if (target == Target.CASE_PROGRESS) {
            return progress(context);
        }
        List<Text> says = new ArrayList<>();
        if (target == Target.UPLOAD && context.progress() != null && context.progress().isListed()) {
            List<AffairPlan.Requirement> missing = context.progress().missing();
            says.add(missing.isEmpty() ? phrases.say("documents.complete")
                    : phrases.say("documents.yours", Phrases.joined(missing.stream().map(AffairPlan.Requirement::name).toList())));
        }
        says.add(phrases.topic(target).text());
        return new Answer(new Meant.Led(target), says, List.of(), List.of(replies.part(target)));
    }

    private Answer progress(Context context) {
        Meant meant = new Meant.Led(Target.CASE_PROGRESS);
        if (own == null || context.actor() instanceof Actor.Visitor && context.open() == null) {
            return new Answer(meant, List.of(phrases.say("case.sign-in"), phrases.say("case.number")), List.of(),
                    List.of(replies.part(Target.SIGN_IN), replies.part(Target.CASE_PROGRESS)));
        }
        List<Case> about = context.open() != null ? List.of(context.open()) : own.teller.current(context.actor());
        if (about.isEmpty()) {
            return new Answer(meant, List.of(phrases.say("case.none")), List.of(), List.of(replies.part(Target.CASE_PROGRESS)));
        }
        return new Answer(meant, about.stream().flatMap(c -> own.teller.tell(c).stream()).toList(), about.stream().map(own.teller::link).toList(),
                List.of(replies.part(Target.CASE_PROGRESS)));
    }
}
