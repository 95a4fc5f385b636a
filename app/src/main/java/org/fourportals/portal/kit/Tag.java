package org.fourportals.portal.kit;

/** A status in one or two words. Each tone has a sign of its own, so that nobody needs to see colours. */
public record Tag(String text, Tone tone) {

    /** What a status means for the reader. */
    public enum Tone {
        /** Nothing to do. */
        QUIET,
        /** Going on. */
        BUSY,
        /** Ended well. */
        GOOD,
        /** The reader should do something. */
        YOURS,
        /** Ended badly, or late. */
        BAD;

        public String css() {
            return "fp-tag--" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
