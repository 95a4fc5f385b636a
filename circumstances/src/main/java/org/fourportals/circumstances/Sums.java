package org.fourportals.circumstances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fourportals.circumstances.condition.Expr;

/**
 * Follows sums of several answers exactly: two answers to one question are alike for a sum if, whatever the others are,
 * it lies in the wanted range with both or with neither. That is tried for every value, so that the numbers must be few.
 */
final class Sums {

    /** So many combinations of answers are followed. */
    static final long MOST = 10_000;

    private Sums() {}

    /** What one question adds to a sum: which of the sums that the others can make complete it. */
    record Share(Expr.Sum sum, String question, List<BigDecimal> others) {

        /** The numbers of the others' sums with which a value meets the sum. */
        BitSet completing(BigDecimal value) {
            BigDecimal own = sum.coefficients().get(question).multiply(value);
            BitSet completing = new BitSet();
            for (int i = 0; i < others.size(); i++) {
                completing.set(i, sum.contains(own.add(others.get(i))));
            }
            return completing;
        }
    }

    /** How many combinations of answers a sum has. */
    static BigInteger combinations(Expr.Sum sum, Map<String, Question> questions) {
        BigInteger product = BigInteger.ONE;
        for (String name : sum.coefficients().keySet()) {
            Question question = questions.get(name);
            BigInteger span = BigInteger.valueOf(question.max()).subtract(BigInteger.valueOf(question.min()));
            product = product.multiply(span.multiply(BigInteger.valueOf(unit(question))).add(BigInteger.ONE));
        }
        return product;
    }

    static Share share(Expr.Sum sum, Question question, Map<String, Question> questions) {
        TreeSet<BigDecimal> others = new TreeSet<>(List.of(BigDecimal.ZERO));
        for (Map.Entry<String, BigDecimal> part : sum.coefficients().entrySet()) {
            if (!part.getKey().equals(question.id())) {
                TreeSet<BigDecimal> more = new TreeSet<>();
                for (BigDecimal value : values(questions.get(part.getKey()))) {
                    BigDecimal added = part.getValue().multiply(value);
                    others.forEach(other -> more.add(other.add(added)));
                }
                others = more;
            }
        }
        return new Share(sum, question.id(), List.copyOf(others));
    }

    /** Every answer to a question for a number; every hundredth of an amount. */
    static List<BigDecimal> values(Question question) {
        long unit = unit(question);
        List<BigDecimal> values = new ArrayList<>();
        for (long value = question.min() * unit; value <= question.max() * unit; value++) {
            values.add(BigDecimal.valueOf(value, unit == 1 ? 0 : 2));
        }
        return values;
    }

    private static long unit(Question question) {
        return question.kind() == Question.Kind.MONEY ? 100 : 1;
    }
}
