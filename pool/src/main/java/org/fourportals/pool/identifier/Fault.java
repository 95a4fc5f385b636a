package org.fourportals.pool.identifier;

/**
 * What is wrong with an identity number someone typed, in words a person understands, in Chinese and English. The number
 * itself is not repeated.
 *
 * @param what the same as a constant, for pages that word it themselves
 */
public record Fault(What what, String zh, String en) {

    /** The ways in which a number can be wrong, in the order in which they are looked for. */
    public enum What { EMPTY, LENGTH, CHARACTERS, DATE, FUTURE, CHECK_CHARACTER }

    IllegalArgumentException asException() {
        return new IllegalArgumentException(en);
    }
}
