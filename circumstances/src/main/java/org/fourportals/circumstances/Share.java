package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** An exact share: so many of so many circumstances. Of nothing, the share is zero. */
public record Share(BigInteger part, BigInteger whole) {

    /** From 0 to 1, rounded. */
    public double value() {
        return whole.signum() == 0 ? 0 : new BigDecimal(part).divide(new BigDecimal(whole), MathContext.DECIMAL64).doubleValue();
    }
}
