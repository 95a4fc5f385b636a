package org.fourportals.base;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, 12 bits that count within one, 62 random bits. They sort by time, and those
 * of one process in the order in which they were made.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {
    }

    public static UUID next(Clock clock) {
        long now = clock.millis() << 12;
        long tick = LAST.updateAndGet(last -> Math.max(now, last + 1));
        long high = tick >>> 12 << 16 | 0x7000 | tick & 0xFFF;
        long low = RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
