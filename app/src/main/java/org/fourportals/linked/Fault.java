package org.fourportals.linked;

import org.jspecify.annotations.Nullable;

/** What is wrong in a file of linked data, and, where the syntax tells it, in which line. */
public record Fault(@Nullable Long line, String message) {

    static Fault of(String message) {
        return new Fault(null, message);
    }

    @Override
    public String toString() {
        return line == null ? message : "line " + line + ": " + message;
    }
}
