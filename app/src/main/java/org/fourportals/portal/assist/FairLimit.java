package org.fourportals.portal.assist;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.fourportals.base.CityTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** So many questions at once from one visitor, and one more every few seconds: enough for anybody who reads the answers. */
@Component
class FairLimit {

    static final int AT_ONCE = 12;
    static final Duration EVERY = Duration.ofSeconds(4);

    private final CityTime time;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    FairLimit(CityTime time) {
        this.time = time;
    }

    /** What is left of a visitor's questions, as of a moment. */
    private record Bucket(double left, Instant at) {

        Bucket later(Instant now) {
            double more = Duration.between(at, now).toMillis() / (double) EVERY.toMillis();
            return new Bucket(Math.min(AT_ONCE, left + Math.max(0, more)), now);
        }
    }

    /** Whether this visitor may ask now; if so, the question is counted. */
    boolean admits(String visitor) {
        Instant now = time.now();
        boolean[] admitted = new boolean[1];
        buckets.compute(visitor, (key, before) -> {
            Bucket bucket = before == null ? new Bucket(AT_ONCE, now) : before.later(now);
            admitted[0] = bucket.left() >= 1;
            return admitted[0] ? new Bucket(bucket.left() - 1, now) : bucket;
        });
        return admitted[0];
    }

    /** Forgets who has been quiet long enough to have all questions again. */
    @Scheduled(fixedDelayString = "PT5M")
    void forget() {
        Instant now = time.now();
        buckets.values().removeIf(bucket -> bucket.later(now).left() >= AT_ONCE);
    }
}
