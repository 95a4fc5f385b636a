package org.fourportals.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * An affair in a list.
 *
 * @param why  the words that speak for it in a search
 * @param here whether it can be done here from beginning to end
 * @param days how long it takes, in words
 */
public record AffairRow(String name, String url, String department, @Nullable String why, boolean here, String days) {
}
