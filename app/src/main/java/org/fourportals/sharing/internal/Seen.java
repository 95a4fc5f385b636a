package org.fourportals.sharing.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.fourportals.pool.PoolRecord;
import org.fourportals.pool.Value;

/** What one subject's records of one data set have said so far. */
final class Seen {

    /** Beyond so many records of one subject, repeats are no longer looked for: memory is bounded. */
    private static final int MOST = 200;

    private final boolean single;
    private final Set<Map<String, Value>> said = new HashSet<>();

    Seen(boolean single) {
        this.single = single;
    }

    boolean isRepeated(PoolRecord record) {
        boolean second = single && !said.isEmpty();
        return said.size() < MOST && !said.add(record.fields()) || second;
    }
}
