package org.fourportals.portal.web;

import org.fourportals.portal.kit.Tag;

/** One of the reader's cases in the strip on the first page: what, how it stands, since when, and where it goes on. */
public record CaseLine(String affair, Tag state, String when, String url) {
}
