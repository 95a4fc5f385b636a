package org.fourportals.pool;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

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

    /** As a store keeps them. */
    String written() {
        var written = new StringBuilder(asOf.toString());
        new TreeMap<>(byDataset).forEach((dataset, count) -> written.append('\n').append(dataset).append(' ').append(count));
        return written.toString();
    }

    static Counts read(String written) {
        var lines = written.split("\n");
        var byDataset = new HashMap<String, Long>();
        for (var i = 1; i < lines.length; i++) {
            var space = lines[i].indexOf(' ');
            byDataset.put(lines[i].substring(0, space), Long.parseLong(lines[i].substring(space + 1)));
        }
        return new Counts(Instant.parse(lines[0]), byDataset);
    }

    public long of(String dataset) {
        return byDataset.getOrDefault(dataset, 0L);
    }

    public long total() {
        return byDataset.values().stream().mapToLong(Long::longValue).sum();
    }
}
