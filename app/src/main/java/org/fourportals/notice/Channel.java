package org.fourportals.notice;

import java.util.Locale;

/** A way by which a notice leaves the house. The inbox is none: it has everything. */
public enum Channel {
    PUSH, MAIL, SMS;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
