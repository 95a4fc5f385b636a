package org.fourportals.circumstances.condition;

/** What is wrong with one written condition: where it stands, the column in the condition (from 1), and how to mend it. */
public record Fault(Place place, int column, Cause cause, String message, String remedy) {

    /** The kinds of fault. */
    public enum Cause { SYNTAX, UNKNOWN_NAME, UNKNOWN_ANSWER, WRONG_TYPE, TOO_LARGE }

    @Override
    public String toString() {
        return place + ", column " + column + ": " + message + " " + remedy;
    }
}
