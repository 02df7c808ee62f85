package org.fourleaf.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** So much per second and key, with bursts; per node and in memory, bounded in keys. */
public final class Quota {

    private static final int KEYS_MAX = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final Cache<Object, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(KEYS_MAX)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final long burst;
    private final long amount;
    private final Duration per;

    /** @param burst so many at once, refilled by {@code amount} evenly over {@code per} */
    public Quota(long burst, long amount, Duration per) {
        this.burst = burst;
        this.amount = amount;
        this.per = per;
    }

    ConsumptionProbe probe(Object key) {
        return bucket(key).tryConsumeAndReturnRemaining(1);
    }

    /** Takes one; false when none is left. */
    public boolean take(Object key) {
        return bucket(key).tryConsume(1);
    }

    public boolean isSpent(Object key) {
        Bucket bucket = buckets.getIfPresent(key);
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    public long burst() {
        return burst;
    }

    /** How long an empty bucket takes to fill. */
    long refillSeconds() {
        return Math.ceilDiv(burst * per.toMillis(), amount * 1_000);
    }

    private Bucket bucket(Object key) {
        return buckets.get(
                key,
                ignored -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(amount, per))
                        .build());
    }
}
