package org.fourportals.pool;

/**
 * A load of very many records, quicker than {@link Pool#write} by sparing the log: the first filling of a pool, a department's
 * whole register. Fastest if records come ordered by subject, data set and id; any other order is taken too. Records become
 * durable and visible from time to time and all of them at {@link #commit}; a load that ended otherwise is repeated from its
 * last commit, which does no harm, since the newest version wins here as everywhere. For one thread; several may load at once.
 */
public interface Load extends AutoCloseable {

    /** Takes one record. @throws RecordsRefused if it does not fit its data set; the load goes on without it */
    void add(PoolRecord record);

    /** On return all that was added is durable and visible. More may be added afterwards. */
    void commit();

    /** Ends the load. What was added since the last commit may or may not be there. */
    @Override
    void close();
}
