package org.fourportals.benchmarks.circumstances;

import java.util.Set;

/** One way of evaluating the same rules on the same circumstances, prepared in the form that it takes them in. */
interface Peer {

    /** How figures name it. */
    String name();

    /** Evaluates the circumstance of this number, and returns something of the result so that it must be computed. */
    int evaluate(int circumstance);

    /** The rules that are met, as section/id, to be compared with what others say. */
    Set<String> met(int circumstance);
}
