package org.fourportals.benchmarks.pool;

/**
 * What a load did.
 *
 * @param records how many were loaded
 * @param perSecond records a second, the directory's time included
 * @param directorySeconds of which for giving everybody a number
 */
record Loaded(long records, double perSecond, double directorySeconds) {
}
