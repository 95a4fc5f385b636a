package org.fourportals.pool;

import java.time.Instant;
import java.util.Map;

/**
 * How many records each data set held when they were last counted. Records are written without reading what was there,
 * so nobody can know the number at every moment: it is counted by passing over all of them and shown with its "as of".
 *
 * @param byDataset live records (not deleted) by data set; data sets without records are absent
 */
public record Counts(Instant asOf, Map<String, Long> byDataset) {

    public Counts {
        byDataset = Map.copyOf(byDataset);
    }

    public long of(String dataset) {
        return byDataset.getOrDefault(dataset, 0L);
    }

    public long total() {
        return byDataset.values().stream().mapToLong(Long::longValue).sum();
    }
}
