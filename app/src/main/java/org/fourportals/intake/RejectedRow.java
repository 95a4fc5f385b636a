package org.fourportals.intake;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row that a connector could not take, by where it stands. The row itself is kept sealed and not part of this.
 *
 * @param source the file, table or topic
 * @param position the line, row number or offset in it
 * @param rightedAt when the same record came right
 */
public record RejectedRow(UUID id, String connector, String source, long position, Reason reason, Instant firstSeen, Instant lastSeen,
        @Nullable Instant rightedAt) {
}
