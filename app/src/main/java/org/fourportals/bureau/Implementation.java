package org.fourportals.bureau;

import java.time.Instant;

/** How far a department was with an instrument when somebody noted it. */
public record Implementation(String department, State state, String note, String notedBy, Instant notedAt) {

    /** How far. */
    public enum State {
        NOT_CONCERNED, NOT_BEGUN, UNDER_WAY, IMPLEMENTED
    }
}
