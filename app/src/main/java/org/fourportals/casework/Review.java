package org.fourportals.casework;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One department's part in one stage of a case; `opinion` is `agree`, `disagree` or null until given. */
public record Review(int stage, String department, @Nullable String opinion, @Nullable String givenBy, @Nullable Instant givenAt) {
}
