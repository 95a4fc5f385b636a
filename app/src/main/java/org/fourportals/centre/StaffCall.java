package org.fourportals.centre;

import java.time.Instant;
import java.util.UUID;

/** Somebody at a self-service machine asks for a person. It names the machine and nobody else. */
public record StaffCall(UUID id, String centre, String device, Instant calledAt) {
}
