package org.fourportals.casework;

import java.util.UUID;

import org.fourportals.base.Refusal;

/** What became of a change to a draft. */
public sealed interface DraftOutcome {

    /** It is kept. */
    record Saved(UUID caseId) implements DraftOutcome {
    }

    /** There is no such draft, or not for this actor; which of the two is not said. */
    record NotFound() implements DraftOutcome, Refusal {
    }

    /** It has been handed in, or thrown away, meanwhile; at another portal perhaps. */
    record NoLongerDraft(UUID caseId) implements DraftOutcome, Refusal {
    }

    /** What was given does not answer the question or name a subject, requirement or document of this case. */
    record NotAnAnswer(String to) implements DraftOutcome, Refusal {
    }
}
