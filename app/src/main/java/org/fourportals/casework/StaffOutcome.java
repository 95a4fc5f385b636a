package org.fourportals.casework;

import java.time.Instant;
import java.util.UUID;

import org.fourportals.base.Refusal;

/** What became of an act of a clerk or reviewer on a case. */
public sealed interface StaffOutcome {

    /** It is done; the case is now in this state. */
    record Done(UUID caseId, CaseState state) implements StaffOutcome {
    }

    record NotFound() implements StaffOutcome, Refusal {
    }

    /** A colleague of the same department works on it until then. */
    record HeldBy(String staffName, Instant until) implements StaffOutcome, Refusal {
    }

    /** Somebody changed or decided it since the page was shown. */
    record ChangedMeanwhile(CaseState state) implements StaffOutcome, Refusal {
    }

    /** Not this department's turn or part. */
    record NotYourPart() implements StaffOutcome, Refusal {
    }

    /** The act is not possible as the case now stands. */
    record NotNow(CaseState state) implements StaffOutcome, Refusal {
    }

    /** Its time was extended before; the law allows it once. */
    record ExtendedAlready() implements StaffOutcome, Refusal {
    }

    /** Nothing may be asked for that was not named the first time: an application is found incomplete once and completely. */
    record AskedOnce() implements StaffOutcome, Refusal {
    }

    /** A reason is needed, for the applicant to read. */
    record ReasonNeeded() implements StaffOutcome, Refusal {
    }
}
