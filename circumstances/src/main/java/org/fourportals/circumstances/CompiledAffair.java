package org.fourportals.circumstances;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fourportals.circumstances.condition.Condition;
import org.fourportals.circumstances.condition.Truth;

/** An affair that is proved: it leads interviews, names checklists and knows how many circumstances it has. */
public final class CompiledAffair {

    private final AffairRules rules;

    CompiledAffair(AffairRules rules) {
        this.rules = rules;
    }

    /** What it was compiled from. */
    public AffairRules rules() {
        return rules;
    }

    /** How many circumstances it has. */
    public Counts counts() {
        throw new UnsupportedOperationException("being written");
    }

    /** Where an interview with these facts stands. */
    public Standing standing(Facts facts, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** The facts without those that no longer apply, their question not being asked any more. */
    public Facts normalise(Facts facts, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** What one rule comes to. Throws {@link IllegalArgumentException} if there is no such rule. */
    public Truth evaluate(Section section, String id, Facts facts, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** The condition of one rule. Throws {@link IllegalArgumentException} if there is no such rule. */
    public Condition condition(Section section, String id) {
        throw new UnsupportedOperationException("being written");
    }

    /** The ids of a section's rules that are met by these facts whatever the unknown answers are, in declared order. */
    public List<String> certain(Section section, Facts facts, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** The ids of a section's rules that are or may still be met, in declared order. */
    public List<String> possible(Section section, Facts facts, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** How many circumstances agree with these facts. */
    public BigInteger remaining(Facts facts, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** Answers that their question does not admit (unknown question, wrong kind, out of range), with the reason. */
    public Map<String, String> invalid(Facts facts) {
        throw new UnsupportedOperationException("being written");
    }
}
