package org.fourportals.assistant.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.fourportals.base.Language;
import org.fourportals.base.Text;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.AffairPlan.Evidence;
import org.fourportals.catalogue.AffairPlan.Requirement;

/** Says why a document is asked for and what is meant by it, in the words of the affair's file. */
public final class Reasons {

    private static final double LIKELY = 0.62;

    private final Nearest nearest;
    private final Phrases phrases;

    public Reasons(Nearest nearest, Phrases phrases) {
        this.nearest = nearest;
        this.phrases = phrases;
    }

    /** Nothing if the question names none of the affair's documents. */
    public List<Text> tell(AffairPlan plan, String question) {
        Language language = Features.language(Features.plain(question));
        List<Requirement> explained = plan.requirements().stream().filter(requirement -> requirement.why() != null).toList();
        return nearest.of(question, explained, requirement -> List.of(requirement.name().in(language))).filter(near -> near.nearness() >= LIKELY).map(near -> {
            Requirement requirement = near.thing();
            List<Text> says = new ArrayList<>(List.of(phrases.say("why", requirement.name(), Objects.requireNonNull(requirement.why()))));
            if (requirement.evidence().getFirst() instanceof Evidence.Pool) {
                says.add(phrases.say("why.pool"));
            }
            return says;
        }).orElse(List.of());
    }
}
