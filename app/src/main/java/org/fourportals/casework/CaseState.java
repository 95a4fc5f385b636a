package org.fourportals.casework;

/** Where a case stands in its life; {@link Lifecycle} says what may happen in each state. */
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

    public boolean isOpen() {
        return this == SUBMITTED || this == IN_REVIEW || this == SUPPLEMENT;
    }

    /** Whether answers, form and evidence can still be changed by the applicant. */
    public boolean isDraft() {
        return this == DRAFT;
    }
}
