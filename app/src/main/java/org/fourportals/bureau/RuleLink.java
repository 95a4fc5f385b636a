package org.fourportals.bureau;

import java.util.Locale;
import java.util.Optional;

/** A rule of the system that executes an instrument; written {@code law:civil-code} or {@code grant:dog-licence/household-register}. */
public record RuleLink(Kind kind, String id) {

    /** What executes it: a law on which affairs rest, an affair, a data set, or what is granted of one to an affair. */
    public enum Kind {
        LAW, AFFAIR, DATASET, GRANT
    }

    public static RuleLink grant(String affair, String dataset) {
        return new RuleLink(Kind.GRANT, affair + "/" + dataset);
    }

    /** Of a grant; empty for the others. */
    public String affair() {
        return kind == Kind.GRANT ? id.substring(0, id.indexOf('/')) : "";
    }

    /** Of a grant; empty for the others. */
    public String dataset() {
        return kind == Kind.GRANT ? id.substring(id.indexOf('/') + 1) : "";
    }

    public String written() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    /** Empty for what was never written so. */
    public static Optional<RuleLink> read(String written) {
        for (Kind kind : Kind.values()) {
            String begin = kind.name().toLowerCase(Locale.ROOT) + ":";
            if (written.startsWith(begin)) {
                String id = written.substring(begin.length());
                return kind == Kind.GRANT && !id.contains("/") ? Optional.empty() : Optional.of(new RuleLink(kind, id));
            }
        }
        return Optional.empty();
    }
}
