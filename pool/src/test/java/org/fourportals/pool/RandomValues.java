package org.fourportals.pool;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;

/** Values over the whole width of each type of field. */
final class RandomValues {

    private RandomValues() {
    }

    static Value of(Field field, Random random) {
        return switch (field.type()) {
            case ID -> Value.of(random.nextBoolean() ? "id" + random.nextLong() : numbers(random));
            case TEXT -> Value.of(random.nextBoolean() ? "文😀".repeat(1 + random.nextInt(30)) + random.nextInt() : numbers(random));
            case CODE -> Value.of(field.codes().isEmpty() ? "c" + random.nextInt(50) : field.codes().get(random.nextInt(field.codes().size())));
            case DATE -> Value.of(LocalDate.ofEpochDay(random.nextInt(-60_000, 300_000)));
            case DATETIME -> Value.of(Instant.ofEpochSecond(random.nextLong(-5_000_000_000L, 30_000_000_000L)));
            case INTEGER -> Value.of(random.nextBoolean() ? random.nextLong() : random.nextInt(-3, 3));
            case DECIMAL -> Value.of(new BigDecimal(new BigInteger(50, random), random.nextInt(10)).negate());
            case MONEY -> Value.of(BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), 2));
            case BOOLEAN -> Value.of(random.nextBoolean());
            case IMAGE -> {
                var bytes = new byte[9 + random.nextInt(2_000)];
                random.nextBytes(bytes);
                System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, bytes, 0, 4);
                yield Value.of(bytes);
            }
        };
    }

    /** As identity numbers, months, moments and addresses of houses are written; of any length. */
    private static String numbers(Random random) {
        return random.ints(1 + random.nextInt(40), 0, 15).mapToObj(i -> "0123456789-X.:/".substring(i, i + 1)).collect(Collectors.joining());
    }
}
