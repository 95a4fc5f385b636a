package org.fourportals.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Ids of UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then randomness, so that they sort by time. */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {
    }

    public static UUID next(Clock clock) {
        long high = clock.millis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
