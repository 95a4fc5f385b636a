package org.fourportals.circumstances;

import java.util.List;

/** What compiling an affair gives: proved, or rejected with everything that is wrong with it. */
public sealed interface Compilation {

    /** Every proof holds. */
    record Proved(CompiledAffair affair) implements Compilation {}

    /** At least one proof fails. */
    record Rejected(List<Problem> problems) implements Compilation {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
