package org.fourportals.intake.internal;

import java.io.IOException;
import java.time.Duration;

import org.fourportals.intake.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A source being read. What {@link #next} gives may be given again after an outage, never left out; what has to happen at the source once
 * a batch is safe happens in {@link #committed}. Used by one thread at a time.
 */
public interface Feed extends AutoCloseable {

    /** How far behind its source a connector is: what waits there, and how long the oldest of it has waited. */
    record Lag(long waiting, Duration oldest) {

        public static final Lag NONE = new Lag(0, Duration.ZERO);
    }

    /** A part of the source that cannot be read at all, said in words for an officer; reading goes on with the next. */
    final class Unreadable extends RuntimeException {
        public Unreadable(String message) {
            super(message);
        }

        /** One for which every language has a sentence. */
        static Unreadable of(String word, Object... arguments) {
            return new Unreadable(Reason.of(word, arguments).written());
        }
    }

    /**
     * The next rows after a cursor; null if there are none now.
     *
     * @param cursor that of the last batch committed; null at the very beginning
     * @throws Unreadable where a part of the source was set aside
     */
    @Nullable Batch next(@Nullable String cursor) throws IOException;

    /** The batch that {@link #next} gave last is in the pool, and its cursor is kept. */
    void committed(Batch batch) throws IOException;

    Lag lag() throws IOException;

    @Override
    void close() throws IOException;
}
