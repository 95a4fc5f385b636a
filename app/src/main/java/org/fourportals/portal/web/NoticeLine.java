package org.fourportals.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * A notice as its reader sees it.
 *
 * @param ways how it went beside the inbox; null if it did not
 */
public record NoticeLine(String title, String text, String when, @Nullable String ways, boolean unread, String openUrl) {
}
