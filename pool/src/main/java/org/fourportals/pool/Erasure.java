package org.fourportals.pool;

import java.time.Instant;

/**
 * That the records of a subject in a data set were erased: kept for ever, without what they said.
 *
 * @param records how many were erased
 */
public record Erasure(SubjectId subject, String dataset, String reason, Instant erasedAt, int records) {
}
