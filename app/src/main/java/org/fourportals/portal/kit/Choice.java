package org.fourportals.portal.kit;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * One answer to choose.
 *
 * @param reveal what is asked further when it is chosen; shown always where there is no JavaScript
 * @param alone in a list of several answers, the one that excludes the others, such as "none of these"
 */
public record Choice(String value, String label, @Nullable String hint, @Nullable Content reveal, boolean alone) {

    public static Choice of(String value, String label) {
        return new Choice(value, label, null, null, false);
    }

    public Choice hint(@Nullable String hint) {
        return new Choice(value, label, hint, reveal, alone);
    }

    public Choice reveal(Content reveal) {
        return new Choice(value, label, hint, reveal, alone);
    }

    /** Excludes all other answers. */
    public Choice excluding() {
        return new Choice(value, label, hint, reveal, true);
    }
}
