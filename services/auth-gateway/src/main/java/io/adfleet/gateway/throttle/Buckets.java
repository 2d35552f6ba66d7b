package io.adfleet.gateway.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** One bucket for each key, refilled evenly over a minute. */
final class Buckets {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int REMEMBERED = 100_000;

  /**
   * What a request found in its bucket.
   *
   * @param reset seconds until the next token, where none was left
   */
  record Outcome(boolean allowed, long limit, long remaining, long reset) {}

  private final long limit;
  private final Cache<String, Bucket> buckets;

  Buckets(long limit) {
    this.limit = limit;
    this.buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .maximumSize(REMEMBERED)
            .build();
  }

  Outcome take(String key) {
    ConsumptionProbe probe = buckets.get(key, ignored -> full()).tryConsumeAndReturnRemaining(1);
    long wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds();
    return new Outcome(
        probe.isConsumed(), limit, probe.getRemainingTokens(), probe.isConsumed() ? 0 : wait + 1);
  }

  private Bucket full() {
    return Bucket.builder().addLimit(l -> l.capacity(limit).refillGreedy(limit, WINDOW)).build();
  }
}
