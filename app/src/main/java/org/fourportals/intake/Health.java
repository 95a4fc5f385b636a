package org.fourportals.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How a connector fares.
 *
 * @param rate rows a second while it last read
 * @param waiting files, rows or messages that wait at the source
 * @param lag how long the oldest of them has waited
 * @param looked when it last looked at its source
 * @param succeeded when rows last came into the pool
 * @param extra columns that nobody uses
 * @param seen columns seen first or approved last, with their types
 * @param found columns that differ, for which it stands still
 */
public record Health(String connector, long read, long written, long rejected, double rate, long waiting, Duration lag, @Nullable Instant looked,
        @Nullable Instant succeeded, @Nullable Instant failed, @Nullable String failure, @Nullable String pausedBy, List<String> extra,
        Map<String, String> seen, @Nullable Map<String, String> found) {

    /** One word for it. */
    public enum State { NEW, RUNNING, FAILING, PAUSED, STOPPED }

    public State state() {
        if (found != null) {
            return State.STOPPED;
        }
        if (pausedBy != null) {
            return State.PAUSED;
        }
        if (failed != null && (succeeded == null || failed.isAfter(succeeded))) {
            return State.FAILING;
        }
        return looked == null ? State.NEW : State.RUNNING;
    }
}
