package org.fourportals.linked;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two syntaxes of linked data that we write and read. */
public enum Syntax {

    TURTLE("text/turtle", ".ttl"), JSON_LD("application/ld+json", ".jsonld");

    private final String mediaType;
    private final String ending;

    Syntax(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** That of a file, by the ending of its name. */
    public static Optional<Syntax> ofFile(String name) {
        return Arrays.stream(values()).filter(s -> name.toLowerCase(Locale.ROOT).endsWith(s.ending)).findFirst();
    }
}
