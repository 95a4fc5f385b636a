package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/**
 * What a file field accepts.
 *
 * @param types media types and endings for the browser's chooser, such as {@code image/*,.pdf}
 * @param maxBytes checked in the browser before sending; the server checks again
 * @param chosen the name of the file handed in before, if any
 */
public record Upload(String types, long maxBytes, boolean several, @Nullable String chosen) {

    public static final long TEN_MEGABYTES = 10L * 1024 * 1024;

    /** Photographs and PDF up to ten megabytes. */
    public static Upload document() {
        return new Upload("image/jpeg,image/png,.pdf,application/pdf", TEN_MEGABYTES, false, null);
    }

    public Upload chosen(@Nullable String name) {
        return new Upload(types, maxBytes, several, name);
    }

    public int megabytes() {
        return (int) (maxBytes / (1024 * 1024));
    }
}
