package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * How long an affair's interviews are if nothing is known beforehand: the most questions that are asked until the end is
 * certain, and how many are asked in all circumstances together, each circumstance counting once.
 */
public record Interviews(int longest, BigInteger questions, BigInteger circumstances) {

    /** How many questions are asked on average; exactly it is {@code questions / circumstances}. */
    public double average() {
        return new BigDecimal(questions).divide(new BigDecimal(circumstances), MathContext.DECIMAL64).doubleValue();
    }
}
