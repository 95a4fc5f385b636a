package org.fourportals.circumstances.condition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The six ways of comparing two values. */
enum Comparison {
    EQUAL("="), NOT_EQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">=");

    private final String symbol;

    Comparison(String symbol) {
        this.symbol = symbol;
    }

    static boolean begins(Token token) {
        return token.kind() == Token.Kind.SYMBOL && find(token.text()) != null;
    }

    static Comparison of(Token token) {
        Comparison found = find(token.text());
        if (found == null) {
            throw new IllegalArgumentException(token.text());
        }
        return found;
    }

    private static @Nullable Comparison find(String symbol) {
        for (Comparison comparison : values()) {
            if (comparison.symbol.equals(symbol)) {
                return comparison;
            }
        }
        return null;
    }

    /** The same comparison with its sides exchanged. */
    Comparison flipped() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> MORE;
            case AT_MOST -> AT_LEAST;
            case MORE -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** The numbers that compare so with the given one. */
    List<Interval> intervals(BigDecimal with) {
        return switch (this) {
            case EQUAL -> List.of(Interval.point(with));
            case NOT_EQUAL -> List.of(Interval.below(with, false), Interval.above(with, false));
            case LESS -> List.of(Interval.below(with, false));
            case AT_MOST -> List.of(Interval.below(with, true));
            case MORE -> List.of(Interval.above(with, false));
            case AT_LEAST -> List.of(Interval.above(with, true));
        };
    }

    @Override
    public String toString() {
        return symbol;
    }
}
