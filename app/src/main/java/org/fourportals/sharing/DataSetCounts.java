package org.fourportals.sharing;

import java.time.Instant;
import java.util.Map;

import org.fourportals.pool.Counts;
import org.fourportals.pool.Pool;
import org.springframework.stereotype.Component;

/** How many records the pool held in each data set when they were last counted; tells nothing of anybody and so leaves no trace. */
@Component
public class DataSetCounts {

    private final Pool pool;

    DataSetCounts(Pool pool) {
        this.pool = pool;
    }

    /** @param byDataset data sets without records are absent */
    public record Counted(Instant asOf, Map<String, Long> byDataset) {

        public long of(String dataset) {
            return byDataset.getOrDefault(dataset, 0L);
        }

        public long total() {
            return byDataset.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public Counted lastCounted() {
        return counted(pool.counts());
    }

    /** Counts again, about a second a million records. */
    public Counted countNow() {
        return counted(pool.recount());
    }

    private static Counted counted(Counts counts) {
        return new Counted(counts.asOf(), counts.byDataset());
    }
}
