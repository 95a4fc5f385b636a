package org.fourportals.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A law forbids for a while to tell somebody that the staff of a department look at her data (as Article 35 of the Personal Information Protection Law
 * provides). It holds only for what is read after it was granted, and when it ends she reads all of it.
 *
 * @param file      the department's own number for the matter
 * @param ground    the law and article, as she will read it
 * @param until     its last day
 * @param decidedBy the officer of the data bureau; null, like the three that follow, until she decided
 * @param words     what she said when she did
 * @param endsAt    null if it was never granted
 */
public record Restriction(UUID id, Subject subject, String department, String file, String ground, String askedBy, Instant askedAt, LocalDate until,
        @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable Boolean granted, @Nullable String words, @Nullable Instant endsAt) {

    public boolean isOpen() {
        return granted == null;
    }

    public boolean holdsAt(Instant now) {
        return endsAt != null && now.isBefore(endsAt);
    }
}
