package org.fourportals.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * An affair in a list.
 *
 * @param why  the words that speak for it in a search
 * @param here whether it can be done here from beginning to end
 * @param days how long it takes, in words
 * @param answered what was said already, and where one begins with that answered; null if nothing was
 */
public record AffairRow(String name, String url, String department, @Nullable String why, boolean here, String days, @Nullable Answered answered) {

    /** An answer that was given in the query, and where one begins with it. */
    public record Answered(String words, String url) {
    }
}
