package org.fourportals.circumstances.condition;

import org.jspecify.annotations.Nullable;

/** Where a condition finds what is known about a name: an interview's facts, or one record of the pool. */
@FunctionalInterface
public interface Values {

    /** The answer known for the name, or null if it is not known. */
    @Nullable Answer answer(String name);
}
