package org.fourportals.portal.apply;

import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/** One of my cases in the list: what, about whom, how it stands, where it leads, and for a draft where it is thrown away. */
public record CaseRow(String affair, String subject, @Nullable String number, String when, @Nullable String due, Tag tag, String url,
        @Nullable String discardUrl) {
}
