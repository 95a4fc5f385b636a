package org.fourportals.casework;

import java.time.Instant;

/** Which member of staff works on a case, and until when nobody else may. */
public record Lease(String staff, String staffName, Instant until) {
}
