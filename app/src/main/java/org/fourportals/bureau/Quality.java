package org.fourportals.bureau;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import org.jspecify.annotations.Nullable;

/**
 * How good a data set was found to be, in counts; shares are from 0 to 1 and empty where nothing could be counted.
 *
 * @param cells     what could be filled: records times fields
 * @param wrong     of those filled, values against which something speaks
 * @param repeated  records that say what another says already
 * @param medianAge days since their source changed half of the records
 * @param compared  subjects and numbers that were held against other registers
 */
public record Quality(String dataset, Instant at, long records, long cells, long filled, long wrong, long repeated, @Nullable Instant newest, int medianAge,
        long compared, long agreed) {

    public OptionalDouble completeness() {
        return share(filled, cells);
    }

    public OptionalDouble validity() {
        return share(filled - wrong, filled);
    }

    public OptionalDouble uniqueness() {
        return share(records - repeated, records);
    }

    public OptionalDouble agreement() {
        return share(agreed, compared);
    }

    /** The mean of those shares that could be counted; age is not among them, since nobody has said how young a data set must be. */
    public OptionalDouble overall() {
        return DoubleStream.of(completeness().orElse(-1), validity().orElse(-1), uniqueness().orElse(-1), agreement().orElse(-1)).filter(share -> share >= 0).average();
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
