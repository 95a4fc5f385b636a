package org.fourportals.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** A key with which a department signs what it pushes; only the public half is known here. @param id what signatures name it by */
public record PushKey(String id, String department, String name, Instant registeredAt, @Nullable Instant revokedAt) {
}
