package org.fourportals.circumstances;

import java.math.BigInteger;

/**
 * How many circumstances an affair has, exactly: those that its exclusions rule out are not counted, and numbers and
 * dates count as the classes that its conditions distinguish. `nodes` is the size of the decision diagram behind it.
 */
public record Counts(BigInteger circumstances, BigInteger accepted, BigInteger refused, int nodes) {}
