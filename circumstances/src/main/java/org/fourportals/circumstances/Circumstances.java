package org.fourportals.circumstances;

/** The door of the engine: compiles an affair's rules and proves that no circumstance ends nowhere. */
public final class Circumstances {

    private Circumstances() {}

    /** Reads, checks, compiles and proves. Never throws on bad rules: all that is wrong is in the result. */
    public static Compilation compile(AffairRules rules) {
        throw new UnsupportedOperationException("being written");
    }
}
