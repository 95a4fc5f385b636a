package org.fourportals.benchmarks.pool;

/** What is compared between the pool and its peers. */
record Measured(double loadedPerSecond, double bytesPerRecord, double lookupsPerSecond, double upsertsPerSecond) {
}
