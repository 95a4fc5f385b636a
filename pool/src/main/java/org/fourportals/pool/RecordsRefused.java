package org.fourportals.pool;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown by {@link Pool#write} before anything is written when records do not fit their data sets. A connector that
 * rejects by row asks {@link Pool#misfits} first.
 */
public class RecordsRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Misfit> misfits;

    public RecordsRefused(List<Misfit> misfits) {
        super(misfits.stream().limit(20).map(Misfit::toString).collect(Collectors.joining("; "))
                + (misfits.size() > 20 ? "; and " + (misfits.size() - 20) + " more" : ""));
        this.misfits = List.copyOf(misfits);
    }

    public List<Misfit> misfits() {
        return misfits;
    }
}
