package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/** A big choice on a kiosk or a home page: a picture, a word, perhaps a line more, and where it leads. */
public record Tile(String icon, String title, @Nullable String text, String url) {
}
