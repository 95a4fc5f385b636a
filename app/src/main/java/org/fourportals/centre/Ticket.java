package org.fourportals.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A place in a centre's queue on one day. It names nobody: who comes with it is known when she is served.
 *
 * @param day       the centre's day; numbers begin at 1 each day
 * @param affair    what she comes for, if she said so
 * @param calledBy  username of the clerk
 * @param window    where she was called to
 */
public record Ticket(UUID id, String centre, LocalDate day, int number, Priority priority, @Nullable String affair, Instant takenAt,
        @Nullable String calledBy, @Nullable Integer window, @Nullable Instant calledAt, @Nullable Instant finishedAt,
        @Nullable Outcome outcome) {

    /** Who is called earlier, and why; kept on the ticket so that clerks see it. */
    public enum Priority {
        NONE, ELDER, PREGNANT, DISABLED, BOOKED;

        /** From what age someone counts as an elder. */
        public static final int ELDER_AGE = 70;

        /** What one may say of oneself; a booking speaks for itself. */
        public static final java.util.List<Priority> SAID = java.util.List.of(NONE, ELDER, PREGNANT, DISABLED);
    }

    /** How it ended. */
    public enum Outcome { SERVED, DID_NOT_COME }

    /** Where it stands. */
    public enum State { WAITING, CALLED, FINISHED }

    /** As printed and called: {@code A012}, with priority {@code P012}, booked {@code B012}. No two of a centre's day share the digits. */
    public String label() {
        String letter = switch (priority) {
            case NONE -> "A";
            case ELDER, PREGNANT, DISABLED -> "P";
            case BOOKED -> "B";
        };
        return String.format(Locale.ROOT, "%s%03d", letter, number);
    }

    public State state() {
        return finishedAt != null ? State.FINISHED : calledAt != null ? State.CALLED : State.WAITING;
    }
}
