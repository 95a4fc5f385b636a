package org.fourportals.casework.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a case that the people behind it want to know.
 *
 * @param id       the event's own, the same however often it is read
 * @param number   the case's, as people know it
 * @param people   the applicant and whoever acts for her
 * @param deadline promised day as it is now; null while the clock stands still
 */
public record CaseMoved(String id, What what, UUID caseId, String number, Text affair, Set<Subject> people, Instant at, @Nullable LocalDate deadline) {

    /** What can happen. */
    public enum What {
        SUBMITTED, SUPPLEMENT_ASKED, EXTENDED, GRANTED, REFUSED, REOPENED,
        /** The promised day is the next working day, and nobody decided yet. */
        DEADLINE_NEAR
    }
}
