package org.fourportals.portal;

import java.io.Serializable;
import java.util.List;

/**
 * One sentence carried over a redirect and shown once at the top of the next page. It holds a message key, not the sentence, so that a reader who
 * switches the language meanwhile reads it in the new one. Give it as a flash attribute named {@link #ATTRIBUTE}.
 */
public record Flash(Kind kind, String key, List<String> arguments) implements Serializable {

    public static final String ATTRIBUTE = "flash";

    /** Whether it tells of something done or of something to look at. */
    public enum Kind { DONE, NOTICE }

    public Flash {
        arguments = List.copyOf(arguments);
    }

    public static Flash done(String key, String... arguments) {
        return new Flash(Kind.DONE, key, List.of(arguments));
    }

    public static Flash notice(String key, String... arguments) {
        return new Flash(Kind.NOTICE, key, List.of(arguments));
    }
}
