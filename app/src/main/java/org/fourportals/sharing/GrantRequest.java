package org.fourportals.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a department asks of another: fields of its data set, for one of the asker's affairs, on a legal ground.
 *
 * @param owner      the department whose data set it is
 * @param until      the last day; null for as long as the ground stands
 * @param department that asks; `askedBy` is somebody in it
 * @param answer     why so; may be empty for a grant
 */
public record GrantRequest(UUID id, String purpose, String dataset, String owner, SortedSet<String> fields, String ground, String reason,
        @Nullable LocalDate until, String department, String askedBy, Instant askedAt, State state, @Nullable String decidedBy,
        @Nullable Instant decidedAt, @Nullable String answer) {

    /** What became of it. */
    public enum State {
        OPEN, GRANTED, DECLINED, WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
