package org.fourportals.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A case that waits for somebody, as far as it is known without opening what is sealed in it; `heldBy` is the colleague who works on it. */
public record WaitingCase(UUID id, String number, String affair, CaseState state, int stage, Instant submittedAt,
        @Nullable LocalDate deadline, String portal, @Nullable String heldBy) {
}
