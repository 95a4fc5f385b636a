package org.fourportals.wallet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file a wallet takes: what every portal can show and every department can read in twenty years. */
public enum MediaKind {
    PDF("application/pdf", "pdf"), JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"), PNG("image/png", "png");

    private final String mediaType;
    private final List<String> extensions;

    MediaKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** For `Content-Type`. */
    public String mediaType() {
        return mediaType;
    }

    public boolean isPicture() {
        return this != PDF;
    }

    /** By the ending of a file's name, without its dot. */
    public static Optional<MediaKind> ofExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return List.of(values()).stream().filter(kind -> kind.extensions.contains(lower)).findFirst();
    }
}
