package org.fourportals.bureau;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody says that a field of a record about her is wrong, and the department that holds it looks into it.
 *
 * @param held what the register held when she said so
 * @param said what she says instead
 * @param due  the last day for an answer
 * @param registerWasWrong what came of it; null while it is open, like the rest
 * @param remark what the department says to her
 */
public record FieldReport(UUID id, Subject subject, String dataset, String record, String field, String department, Instant openedAt, LocalDate due, String held,
        String said, @Nullable Boolean registerWasWrong, @Nullable String remark, @Nullable Instant closedAt) {

    public boolean isOpen() {
        return registerWasWrong == null;
    }

    /** By which people tell reports apart: {@code 3F7A-21C0}. */
    public String code() {
        String digits = id.toString().replace("-", "").toUpperCase(Locale.ROOT);
        return digits.substring(24, 28) + "-" + digits.substring(28);
    }
}
