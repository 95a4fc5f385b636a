package org.fourportals.casework;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A resident said otherwise than a register: the department that holds it looks into it. What each says stands in the case.
 *
 * @param registerWasWrong what came of it; null while it is open
 * @param remark           what the department says to the resident
 */
public record Correction(UUID id, UUID caseId, String question, String dataset, String department, Instant openedAt, @Nullable Instant closedAt,
        @Nullable Boolean registerWasWrong, @Nullable String remark) {

    public boolean isOpen() {
        return closedAt == null;
    }
}
