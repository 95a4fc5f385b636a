package org.fourportals.circumstances.condition;

import java.util.Set;

/**
 * What a condition comes to when some facts may be missing: Kleene's three values, each with its reasons. A missing
 * fact makes a condition unknown, never false, unless the facts at hand decide it whatever the missing one is.
 */
public sealed interface Truth {

    /** The condition is met; the named facts decide it. */
    record Met(Set<String> because) implements Truth {
        public Met {
            because = Set.copyOf(because);
        }
    }

    /** The condition is not met; the named facts decide it. */
    record NotMet(Set<String> because) implements Truth {
        public NotMet {
            because = Set.copyOf(because);
        }
    }

    /** It cannot be said yet; the named facts are missing. */
    record Unknown(Set<String> missing) implements Truth {
        public Unknown {
            missing = Set.copyOf(missing);
        }
    }

    /** Whether it is certainly met. */
    default boolean isMet() {
        return this instanceof Met;
    }

    /** Whether it is certainly not met. */
    default boolean isNotMet() {
        return this instanceof NotMet;
    }

    /** Whether it cannot be said yet. */
    default boolean isUnknown() {
        return this instanceof Unknown;
    }
}
