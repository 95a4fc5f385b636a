package org.fourportals.bureau;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A resident asks why somebody looked at her data, or at those of a child or company of hers.
 *
 * @param entry   the read, by its number in the audit log
 * @param words   what she says; may be empty
 * @param due     the last day for an answer
 * @param finding null until it is answered, and so are the rest
 */
public record ReadEnquiry(UUID id, long entry, Subject subject, String askedBy, Instant askedAt, LocalDate due, String words,
        @Nullable Finding finding, @Nullable String answer, @Nullable Instant answeredAt) {

    /** What the bureau found. */
    public enum Finding {
        /** There was a ground. */
        RIGHTFUL,
        /** Somebody looked by mistake. */
        MISTAKEN,
        /** There was no ground; it is handed to those who discipline. */
        UNLAWFUL
    }

    public boolean isOpen() {
        return finding == null;
    }

    /** By which people tell enquiries apart: {@code 3F7A-21C0}. */
    public String code() {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return digits.substring(24, 28) + "-" + digits.substring(28);
    }
}
