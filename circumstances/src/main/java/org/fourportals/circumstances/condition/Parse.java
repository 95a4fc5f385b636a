package org.fourportals.circumstances.condition;

import java.util.List;

/** What reading a written condition gives: a condition that can be evaluated, or all that is wrong with it. */
public sealed interface Parse {

    /** The condition is sound. */
    record Parsed(Condition condition) implements Parse {}

    /** The condition cannot be used. */
    record Malformed(List<Fault> faults) implements Parse {
        public Malformed {
            faults = List.copyOf(faults);
        }
    }

    /** The condition; throws {@link IllegalArgumentException} with the faults if there is none. */
    default Condition orThrow() {
        return switch (this) {
            case Parsed(Condition condition) -> condition;
            case Malformed(List<Fault> faults) -> throw new IllegalArgumentException(faults.toString());
        };
    }
}
