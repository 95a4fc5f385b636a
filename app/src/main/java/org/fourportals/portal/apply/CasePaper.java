package org.fourportals.portal.apply;

import org.fourportals.portal.kit.Tag;
import org.jspecify.annotations.Nullable;

/** One line of a case's checklist as it was handed in; `url` opens the document, if it is one. */
public record CasePaper(String name, String whence, Tag tag, @Nullable String url) {
}
