package org.fourportals.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A mandate 授权: the principal lets the agent act for her.
 *
 * @param affairs the affairs it covers; empty means all
 */
public record Mandate(UUID id, Subject principal, String principalName, Subject agent, String agentName, List<String> affairs,
        LocalDate validFrom, LocalDate validUntil, Instant givenAt, @Nullable Instant revokedAt) {

    public boolean isInForce(LocalDate day) {
        return revokedAt == null && !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    public boolean covers(String affair) {
        return affairs.isEmpty() || affairs.contains(affair);
    }
}
