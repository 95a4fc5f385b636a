package org.fourportals.circumstances;

import java.util.List;
import org.fourportals.circumstances.condition.Place;
import org.jspecify.annotations.Nullable;

/**
 * One line of the checklist: required when its condition is met. `evidence` are the ways to satisfy it, each with the
 * condition under which it is open; wherever the requirement is required, one must be. `document` is the type of the
 * document it asks for, null if it asks for none: no circumstance may ask for the same document twice.
 */
public record Requirement(String id, String when, List<Rule> evidence, @Nullable String document, Place place) {

    public Requirement {
        evidence = List.copyOf(evidence);
    }

    /** A requirement that something can always satisfy, or nothing at all, and that asks for no document. */
    public Requirement(String id, String when, boolean evidenced, Place place) {
        this(id, when, evidenced ? List.of(new Rule(id, "true", place)) : List.of(), null, place);
    }

    /** Whether there is any way at all to satisfy it. */
    public boolean evidenced() {
        return !evidence.isEmpty();
    }
}
