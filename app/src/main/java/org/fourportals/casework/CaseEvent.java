package org.fourportals.casework;

import java.time.Instant;
import java.util.Map;

import org.fourportals.base.Language;
import org.fourportals.base.Portal;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case. The events are the case's timeline, its legal clock, its audit and its statistics.
 *
 * @param detail by kind: `reason` of a supplement, a decision, a withdrawal or a handing over; `requirements` asked for, comma-separated; `opinion`;
 *               `stage` by its id; `days` by which the time was extended; `deemed` where it counts as accepted because nobody said otherwise in time;
 *               `against` the departments that disagreed; `reason.en` where it was given in both languages; `deadline`, `departments` and `to` (head, city) of a warning; `colleague`; `note`
 */
public record CaseEvent(int number, Instant at, Type type, String actor, String actorName, @Nullable String department, Portal portal,
        Map<String, String> detail) {

    /** What can happen. */
    public enum Type {
        STARTED, ADOPTED, SUBMITTED, ACCEPTED, SUPPLEMENT_REQUESTED, SUPPLEMENTED, STAGE_BEGAN, REVIEWED, EXTENDED, GRANTED, REFUSED, REOPENED, WITHDRAWN,
        /** A draft was thrown away. */
        DISCARDED,
        /** Its time runs out; those who may act were told. */
        WARNED,
        /** Its time is over; its departments' heads, or the city's supervision, were told. */
        ESCALATED,
        /** Given to a named colleague. */
        HANDED_OVER,
        /** Another representative acts for the applicant. */
        REPRESENTED,
        /** A member of staff left a note. */
        NOTED;

        /** Whether only staff read it. */
        public boolean isForStaff() {
            return this == WARNED || this == ESCALATED || this == HANDED_OVER || this == NOTED;
        }
    }

    /** The reason that was given, in a language where it was given in both; empty where there is none. */
    public String reason(Language language) {
        String given = detail.getOrDefault("reason", "");
        return language == Language.EN ? detail.getOrDefault("reason.en", given) : given;
    }
}
