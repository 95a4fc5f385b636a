package org.fourportals.circumstances.condition;

import java.time.LocalDate;
import java.util.Set;

/**
 * A condition that was read, checked against the names it may use, and can be evaluated. The text is kept for messages
 * and pages; what is evaluated is its parsed form.
 */
public final class Condition {

    private final String text;

    private Condition(String text) {
        this.text = text;
    }

    /** Reads and checks a written condition. Never throws on bad text: all faults are in the result. */
    public static Parse parse(String text, Vocabulary vocabulary, Place place) {
        throw new UnsupportedOperationException("being written");
    }

    /** Evaluates against what is known; `today` decides `years since`, `days since`, `days until` and `today`. */
    public Truth evaluate(Values values, LocalDate today) {
        throw new UnsupportedOperationException("being written");
    }

    /** The names that occur in it. */
    public Set<String> names() {
        throw new UnsupportedOperationException("being written");
    }

    /** As written. */
    @Override
    public String toString() {
        return text;
    }
}
