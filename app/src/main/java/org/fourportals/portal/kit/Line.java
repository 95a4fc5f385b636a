package org.fourportals.portal.kit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of a summary list: what was asked, the answer, who knows it, and where to change it.
 *
 * @param source the department the value came from, when nobody typed it
 */
public record Line(String label, List<String> values, @Nullable String source, @Nullable String changeUrl) {

    public Line {
        values = List.copyOf(values);
    }

    public static Line of(String label, String... values) {
        return new Line(label, List.of(values), null, null);
    }

    public Line from(@Nullable String source) {
        return new Line(label, values, source, changeUrl);
    }

    public Line change(@Nullable String url) {
        return new Line(label, values, source, url);
    }
}
