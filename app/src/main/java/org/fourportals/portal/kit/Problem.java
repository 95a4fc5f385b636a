package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/** One line of the error summary: the name of the field it is about, or null when it is about none, and a sentence that says what to do. */
public record Problem(@Nullable String field, String message) {

    /** The first message about this field; null when there is none. For {@link Field#error(String)}. */
    public static @Nullable String of(Iterable<Problem> problems, String field) {
        for (Problem problem : problems) {
            if (field.equals(problem.field())) {
                return problem.message();
            }
        }
        return null;
    }
}
