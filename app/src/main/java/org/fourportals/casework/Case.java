package org.fourportals.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.fourportals.base.Portal;
import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A case 办件, from draft to result.
 *
 * @param affairVersion  the version of the affair's file it is pinned to
 * @param subject        whom it is about; null until chosen
 * @param applicant      who applies; null while the draft is anonymous
 * @param representative who acts for the applicant, if she does not herself
 * @param visitor        the browser that holds an anonymous draft
 * @param stage          index of the stage under way; -1 before acceptance
 * @param rowVersion     counts changes; who decides on an older one is told so
 * @param contents       what it holds of its people
 * @param deadline       promised day; null for drafts and while the clock stands still
 */
public record Case(UUID id, @Nullable String number, String affair, String affairVersion, CaseState state, @Nullable Subject subject,
        @Nullable Subject applicant, @Nullable Subject representative, @Nullable UUID visitor, Portal portal, @Nullable String centre,
        int stage, int rowVersion, Contents contents, Instant createdAt, Instant updatedAt, @Nullable Instant submittedAt,
        @Nullable LocalDate deadline) {

    /** What it holds of its people; opened when this is first called. */
    public CaseContent content() {
        return contents.get();
    }

    Case with(CaseContent changed) {
        return new Case(id, number, affair, affairVersion, state, subject, applicant, representative, visitor, portal, centre, stage,
                rowVersion, Contents.of(changed), createdAt, updatedAt, submittedAt, deadline);
    }

    /** Whether this may happen to it now. */
    public boolean may(CaseEvent.Type what) {
        return Lifecycle.allows(state, what);
    }

    /** In the state that follows; throws {@link Lifecycle.Impossible} where this may not happen now. */
    Case after(CaseEvent.Type what) {
        CaseState next = Lifecycle.after(state, what, stage >= 0);
        return new Case(id, number, affair, affairVersion, next, subject, applicant, representative, visitor, portal, centre, stage,
                rowVersion, contents, createdAt, updatedAt, submittedAt, deadline);
    }

    Case atStage(int next) {
        return new Case(id, number, affair, affairVersion, state, subject, applicant, representative, visitor, portal, centre, next,
                rowVersion, contents, createdAt, updatedAt, submittedAt, deadline);
    }

    Case due(@Nullable LocalDate day) {
        return new Case(id, number, affair, affairVersion, state, subject, applicant, representative, visitor, portal, centre, stage,
                rowVersion, contents, createdAt, updatedAt, submittedAt, day);
    }

    Case handedIn(String givenNumber, Instant at) {
        return new Case(id, givenNumber, affair, affairVersion, state, subject, applicant, representative, null, portal, centre, stage,
                rowVersion, contents, createdAt, updatedAt, at, deadline);
    }

    Case about(@Nullable Subject newSubject, @Nullable Subject newApplicant, @Nullable Subject newRepresentative) {
        return new Case(id, number, affair, affairVersion, state, newSubject, newApplicant, newRepresentative, visitor, portal, centre,
                stage, rowVersion, contents, createdAt, updatedAt, submittedAt, deadline);
    }

    Case pinnedTo(String version) {
        return new Case(id, number, affair, version, state, subject, applicant, representative, visitor, portal, centre, stage,
                rowVersion, contents, createdAt, updatedAt, submittedAt, deadline);
    }
}
