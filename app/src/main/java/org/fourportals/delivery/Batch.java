package org.fourportals.delivery;

import java.time.Instant;
import java.util.UUID;

/** What a centre hands to the courier in one go. @param closedBy the clerk's id */
public record Batch(UUID id, long number, String centre, Instant closedAt, String closedBy, int items) {
}
