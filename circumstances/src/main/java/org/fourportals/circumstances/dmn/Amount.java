package org.fourportals.circumstances.dmn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A number that is reckoned from answers: each multiplied by a number, and a number besides. */
record Amount(Map<Looked, BigDecimal> parts, BigDecimal besides) {

    static Amount of(Looked value) {
        return new Amount(Map.of(value, BigDecimal.ONE), BigDecimal.ZERO);
    }

    static Amount of(BigDecimal number) {
        return new Amount(Map.of(), number);
    }

    Amount plus(Amount other) {
        Map<Looked, BigDecimal> sum = new TreeMap<>(Looked.ORDER);
        sum.putAll(parts);
        other.parts.forEach((value, factor) -> sum.merge(value, factor, BigDecimal::add));
        sum.values().removeIf(factor -> factor.signum() == 0);
        return new Amount(sum, besides.add(other.besides));
    }

    Amount times(BigDecimal factor) {
        Map<Looked, BigDecimal> product = new TreeMap<>(Looked.ORDER);
        parts.forEach((value, own) -> product.put(value, own.multiply(factor)));
        product.values().removeIf(own -> own.signum() == 0);
        return new Amount(product, besides.multiply(factor));
    }

    /** Two amounts joined by a sign; empty if that is not such an amount any more, or not exactly. */
    Optional<Amount> joined(String sign, Amount other) {
        return switch (sign) {
            case "+" -> Optional.of(plus(other));
            case "-" -> Optional.of(plus(other.times(BigDecimal.ONE.negate())));
            case "*" -> other.parts.isEmpty() ? Optional.of(times(other.besides))
                    : parts.isEmpty() ? Optional.of(other.times(besides)) : Optional.empty();
            case "/" -> other.parts.isEmpty() && other.besides.signum() != 0 ? over(other.besides) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Amount> over(BigDecimal divisor) {
        try {
            return Optional.of(times(BigDecimal.ONE.divide(divisor, MathContext.UNLIMITED)));
        } catch (ArithmeticException _) {
            return Optional.empty(); // without end, as a third
        }
    }
}
