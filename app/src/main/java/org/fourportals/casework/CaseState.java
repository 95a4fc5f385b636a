package org.fourportals.casework;

import java.util.Set;

/** The life of a case. {@link #mayBecome} is the whole graph; nothing else moves a case. */
public enum CaseState {
    /** Being filled in; kept as one types. */
    DRAFT,
    /** Handed in; waits for a clerk to accept it. */
    SUBMITTED,
    /** With its departments. */
    IN_REVIEW,
    /** Sent back for something that is missing; the legal clock stands still. */
    SUPPLEMENT,
    GRANTED,
    REFUSED,
    WITHDRAWN,
    /** A draft thrown away. */
    DISCARDED;

    public Set<CaseState> mayBecome() {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED, DISCARDED);
            case SUBMITTED -> Set.of(IN_REVIEW, SUPPLEMENT, WITHDRAWN);
            case IN_REVIEW -> Set.of(SUPPLEMENT, GRANTED, REFUSED, WITHDRAWN);
            case SUPPLEMENT -> Set.of(SUBMITTED, IN_REVIEW, WITHDRAWN);
            case GRANTED, REFUSED, WITHDRAWN, DISCARDED -> Set.of();
        };
    }

    public boolean isOpen() {
        return this == SUBMITTED || this == IN_REVIEW || this == SUPPLEMENT;
    }

    /** Whether answers, form and evidence can still be changed by the applicant. */
    public boolean isDraft() {
        return this == DRAFT;
    }
}
