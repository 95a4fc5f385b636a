package org.fourportals.circumstances;

import org.fourportals.circumstances.condition.Place;
import org.jspecify.annotations.Nullable;

/**
 * Why an affair cannot be published: what is wrong and where, how to mend it, and, where a proof failed, the answers
 * that show it.
 */
public record Problem(Kind kind, Place place, String message, String remedy, @Nullable Facts counterExample) {

    /** The kinds of problem, in the order of the proofs. */
    public enum Kind {
        SYNTAX, UNKNOWN_NAME, UNKNOWN_ANSWER, WRONG_TYPE, DUPLICATE_ID, BAD_QUESTION, LATER_QUESTION, TOO_LARGE,
        NO_CIRCUMSTANCE, NEITHER_ACCEPTED_NOR_REFUSED, BOTH_ACCEPTED_AND_REFUSED, ACCEPTED_WITHOUT_REQUIREMENT,
        NO_EVIDENCE, DEAD_QUESTION, UNREACHABLE, INTERCHANGEABLE_ANSWERS, DOCUMENT_TWICE
    }

    /** The whole problem in one line, as an editor reads it. */
    @Override
    public String toString() {
        String example = counterExample == null ? "" : " For example: " + counterExample + ".";
        return place + ": " + message + example + " " + remedy;
    }
}
