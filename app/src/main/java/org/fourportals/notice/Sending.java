package org.fourportals.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice on its way by one channel.
 *
 * @param tries how often it was tried, the one under way included
 */
public record Sending(UUID id, UUID notice, Channel channel, State state, int tries, Instant begunAt, Instant dueAt) {

    /** How far it has come. */
    public enum State {
        WAITING,
        /** The channel took it. */
        SENT,
        /** The channel says that it arrived. */
        DELIVERED,
        FAILED
    }

    /** What one try or one receipt came to. */
    public record Proof(Instant at, String outcome, String said) {
    }
}
