package org.fourportals.pool;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.CASWriteUnknownException;
import com.datastax.oss.driver.api.core.servererrors.QueryConsistencyException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.WriteType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;

/** After which failures a statement is sent again, and when: it may be otherwise in a moment. Every statement of ours may be repeated. */
final class CassandraPatience {

    private static final int ATTEMPTS = 3;
    private static final int COMPETING_ATTEMPTS = 15;
    private static final int COMPETING_MILLIS = 150;
    private static final Duration RECONNECTING = Duration.ofSeconds(1);

    private CassandraPatience() {
    }

    /** Empty if it is of no use to try again. */
    static Optional<Duration> pauseAfter(Throwable failure, int attempt) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            // Who competes for the same identifier must not meet again at once.
            case WriteTimeoutException e when e.getWriteType().equals(WriteType.CAS) -> competing(attempt);
            case CASWriteUnknownException e -> competing(attempt);
            case QueryConsistencyException e -> pause(attempt, Duration.ZERO);
            case DriverTimeoutException e -> pause(attempt, Duration.ZERO);
            case AllNodesFailedException e -> pause(attempt, RECONNECTING);
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> competing(int attempt) {
        return attempt == COMPETING_ATTEMPTS ? Optional.empty()
                : Optional.of(Duration.ofMillis(ThreadLocalRandom.current().nextInt(COMPETING_MILLIS * attempt)));
    }

    private static Optional<Duration> pause(int attempt, Duration pause) {
        return attempt == ATTEMPTS ? Optional.empty() : Optional.of(pause);
    }
}
