package org.fourportals.circumstances;

import java.util.List;
import java.util.Set;

/**
 * All that the engine must know of an affair. Questions stand in the order they are asked. `others` are further uses of
 * the answers (form fields, fees, deciding at once); `answersUsed` names questions whose answer itself is written down
 * in the result, so that they must be asked even if no condition speaks of them.
 */
public record AffairRules(
        String affair,
        List<Question> questions,
        List<Rule> exclusions,
        List<Rule> grounds,
        List<Rule> refusals,
        List<Requirement> requirements,
        List<Rule> others,
        Set<String> answersUsed) {

    public AffairRules {
        questions = List.copyOf(questions);
        exclusions = List.copyOf(exclusions);
        grounds = List.copyOf(grounds);
        refusals = List.copyOf(refusals);
        requirements = List.copyOf(requirements);
        others = List.copyOf(others);
        answersUsed = Set.copyOf(answersUsed);
    }
}
