package org.fourportals.benchmarks.casework;

import java.util.List;

/** Of measured times. */
final class Percentile {

    private Percentile() {
    }

    /** The least time, in milliseconds, that the share of the times (in nanoseconds) does not exceed; 0 for none. */
    static double millis(List<Long> times, double share) {
        if (times.isEmpty()) {
            return 0;
        }
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * share) - 1)) / 1e6;
    }
}
