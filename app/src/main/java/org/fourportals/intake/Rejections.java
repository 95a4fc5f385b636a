package org.fourportals.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.fourportals.intake.internal.RejectedRows;
import org.springframework.stereotype.Component;

/** The rows that connectors could not take, for whoever sees to it that they come right. Never shows the rows themselves. */
@Component
public class Rejections {

    private final RejectedRows rows;

    Rejections(RejectedRows rows) {
        this.rows = rows;
    }

    /**
     * Those of a connector, latest first.
     *
     * @param reason only those with this word; empty for all
     * @param open only those that have not come right
     */
    public List<RejectedRow> list(String connector, String reason, boolean open, int offset, int limit) {
        return rows.list(connector, reason, open, offset, limit);
    }

    /** How many there are by the word of their reason, most first. */
    public Map<String, Long> counts(String connector, boolean open) {
        return rows.counts(connector, open).stream().collect(Collectors.toMap(RejectedRows.Count::reason, RejectedRows.Count::rows, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
