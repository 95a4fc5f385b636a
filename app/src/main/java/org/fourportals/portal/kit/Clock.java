package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/**
 * The legal clock of a case as a picture: working days used of those promised, and whether it stands still.
 *
 * @param note why it stands still or until when the answer is due, in a sentence
 */
public record Clock(int used, int promised, boolean still, @Nullable String note) {

    public Clock {
        if (used < 0 || promised < 1) {
            throw new IllegalArgumentException(used + " of " + promised + " days");
        }
    }

    /** The share used, from 0 to 100. */
    public int percent() {
        return Math.min(100, Math.round(100f * used / promised));
    }

    public boolean late() {
        return used > promised;
    }

    public int left() {
        return Math.max(0, promised - used);
    }
}
