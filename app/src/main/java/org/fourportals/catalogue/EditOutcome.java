package org.fourportals.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.fourportals.base.Refusal;
import org.jspecify.annotations.Nullable;

/** What becomes of an editor's act on the catalogue. */
public sealed interface EditOutcome {

    /** The draft is kept at this revision, sound or not. */
    record Saved(int revision) implements EditOutcome {
    }

    /** The text is in force from that day on. */
    record Published(String version, LocalDate from) implements EditOutcome {
    }

    /** The draft is put away; what was published stays as it was. */
    record Dismissed() implements EditOutcome {
    }

    /** The edition will not come into force. */
    record Withdrawn() implements EditOutcome {
    }

    /**
     * Somebody saved, published or dismissed meanwhile. Nothing is lost: her text is `theirs`, one's own comes back with the page.
     *
     * @param theirs the draft as it stands now; null where there is none any more
     */
    record Overtaken(int revision, @Nullable AffairDraft theirs) implements EditOutcome, Refusal {
    }

    /** The proofs fail, so that it can be saved but not published. */
    record NotProved(List<CatalogueProblem> problems) implements EditOutcome, Refusal {
    }

    /** Who wrote it last cannot publish it: another editor has to read it. */
    record SecondPersonNeeded(String editorName, Instant savedAt) implements EditOutcome, Refusal {
    }

    /** It is what would be in force on that day anyway. */
    record Unchanged() implements EditOutcome, Refusal {
    }

    /** A text comes into force today or later, at most two years ahead. */
    record DayNotPossible(LocalDate first, LocalDate last) implements EditOutcome, Refusal {
    }

    /** The history needs a sentence that says why, of at most 1,000 characters. */
    record ReasonNeeded() implements EditOutcome, Refusal {
    }

    /** Longer than `most` characters, or with characters that no text has. */
    record NoText(int most) implements EditOutcome, Refusal {
    }

    /** There is no such affair, draft, version or edition. */
    record NotFound() implements EditOutcome, Refusal {
    }
}
