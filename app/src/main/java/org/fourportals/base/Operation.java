package org.fourportals.base;

import java.util.Set;

/**
 * One act of the city's work, the only way in which anything changes. The desk authorises it, makes it idempotent, runs it in one
 * transaction and audits it; the operation itself holds the rules.
 *
 * @param <Q> the request
 * @param <R> the result: a sealed type whose variants include each {@link Refusal} a user can run into
 */
public interface Operation<Q, R> {

    /** The verb under which it is logged. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Who may call it at all; what they may touch is checked inside. */
    Set<Role> allowed();

    /** The sealed type of the results, so that a repeated call can be given the first answer. */
    Class<R> results();

    R perform(Actor actor, Q request);
}
