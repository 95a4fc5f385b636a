package org.fourportals.circumstances;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fourportals.circumstances.condition.Answer;
import org.fourportals.circumstances.condition.Truth;
import org.fourportals.circumstances.condition.Values;
import org.jspecify.annotations.Nullable;

/** Facts as conditions must see them: an answer counts only once it is certain that its question is asked. */
final class Effective implements Values {

    private final Facts facts;
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Set<String>> gates = new HashMap<>();

    Effective(Model model, Facts facts, LocalDate today) {
        this.facts = facts;
        for (int q = 0; q < model.partitions.size(); q++) {
            String id = model.rules.questions().get(q).id();
            Answer answer = facts.answer(id);
            switch (missingNames(model.whenConditions.get(q).evaluate(this, today))) {
                case Truth.Met _ -> {
                    Partition partition = model.partitions.get(q);
                    boolean partly = answer instanceof Answer.Items && partition.fault(answer) == null;
                    if (answer != null && (partly || partition.block(answer, today) >= 0)) {
                        answers.put(id, answer);
                    }
                }
                case Truth.NotMet _ -> answers.put(id, Answer.NOT_APPLICABLE);
                case Truth.Unknown(Set<String> missing) -> gates.put(id, missing);
            }
        }
    }

    @Override
    public @Nullable Answer answer(String question) {
        return answers.get(question);
    }

    /** Puts in the place of a fact that is there, but whose question may not be asked, what must be known to tell. */
    Truth missingNames(Truth truth) {
        if (!(truth instanceof Truth.Unknown(Set<String> names))) {
            return truth;
        }
        Set<String> missing = new HashSet<>();
        for (String name : names) {
            Set<String> gate = facts.knows(name) ? gates.get(name) : null;
            if (gate == null) {
                missing.add(name);
            } else {
                missing.addAll(gate);
            }
        }
        return new Truth.Unknown(missing);
    }
}
