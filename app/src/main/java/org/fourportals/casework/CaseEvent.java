package org.fourportals.casework;

import java.time.Instant;
import java.util.Map;

import org.fourportals.base.Portal;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case. The events are the case's timeline, its legal clock, its audit and its statistics.
 *
 * @param detail by kind: `reason` of a supplement, a decision or a withdrawal; `requirements` asked for, comma-separated; `opinion`;
 *               `stage` by its id; `days` by which the time was extended; `deemed` where it counts as accepted because nobody said otherwise in time
 */
public record CaseEvent(int number, Instant at, Type type, String actor, String actorName, @Nullable String department, Portal portal,
        Map<String, String> detail) {

    /** What can happen. */
    public enum Type {
        STARTED, ADOPTED, SUBMITTED, ACCEPTED, SUPPLEMENT_REQUESTED, SUPPLEMENTED, STAGE_BEGAN, REVIEWED, EXTENDED, GRANTED, REFUSED, WITHDRAWN
    }
}
