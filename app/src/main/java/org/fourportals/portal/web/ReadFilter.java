package org.fourportals.portal.web;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Subject;

/** Whose looks are shown. */
enum ReadFilter {
    /** Everybody's. */
    ALL,
    /** All but the reader's own. */
    OTHERS,
    /** The reader's own. */
    MINE;

    static ReadFilter of(String word) {
        return switch (word) {
            case "others" -> OTHERS;
            case "mine" -> MINE;
            default -> ALL;
        };
    }

    boolean lets(AuditLog.Read read, Subject reader) {
        boolean own = read.actor().equals("resident:" + reader.number());
        return switch (this) {
            case ALL -> true;
            case OTHERS -> !own;
            case MINE -> own;
        };
    }
}
