package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/** One cell of a table: a word, a link, or a status. */
public record Cell(String text, @Nullable String url, Tag.@Nullable Tone tone) {

    public static Cell of(String text) {
        return new Cell(text, null, null);
    }

    public static Cell of(long number) {
        return of(String.format(java.util.Locale.ROOT, "%,d", number));
    }

    public static Cell link(String text, String url) {
        return new Cell(text, url, null);
    }

    public static Cell status(Tag tag) {
        return new Cell(tag.text(), null, tag.tone());
    }
}
