package org.fourportals.catalogue;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What was read of the pool for one case, so that {@link PoolFacts} can say what it answers. The caller reads it through the room
 * `sharing`, with actor, purpose and case.
 */
@FunctionalInterface
public interface PoolRecords {

    /**
     * The records of a data set about the subject in a role, each as field names to values (String, LocalDate, Boolean, a number, an
     * Instant or LocalDateTime). Empty where there are surely none; null where they could not be read or nobody is known to be in the
     * role.
     */
    @Nullable List<Map<String, Object>> find(String role, String dataset);
}
