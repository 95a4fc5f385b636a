package org.fourportals.pool;

/**
 * How a pool on one machine uses memory, files and disk.
 *
 * @param cacheBytes memory for what was read lately, uncompressed
 * @param openFiles how many files may be open at once; -1 for all, which keeps all their indexes in memory
 * @param directReads whether the operating system's cache is passed by, so that memory is what {@code cacheBytes} says
 */
public record RocksTuning(long cacheBytes, int openFiles, boolean directReads) {

    /** What a city of some hundred thousand residents needs. */
    public static final RocksTuning SMALL = new RocksTuning(96L << 20, 500, false);

    /** @throws IllegalArgumentException for a cache that holds nothing or too few open files */
    public RocksTuning {
        if (cacheBytes < 1 << 20 || openFiles != -1 && openFiles < 20) {
            throw new IllegalArgumentException("a pool needs a cache of a megabyte and 20 open files at least");
        }
    }
}
