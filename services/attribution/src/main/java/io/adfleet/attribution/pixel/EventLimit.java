package io.adfleet.attribution.pixel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adfleet.attribution.AttributionConfig;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** How many events a key may send to this instance, refilled evenly over a minute. */
@ApplicationScoped
class EventLimit {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int REMEMBERED = 100_000;

  private final long limit;
  private final Cache<UUID, Bucket> buckets;

  EventLimit(AttributionConfig config) {
    this.limit = Math.max(Batch.MOST_EVENTS, config.pixel().eventsPerMinute());
    this.buckets =
        Caffeine.newBuilder()
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .maximumSize(REMEMBERED)
            .build();
  }

  /** Counts a batch, or refuses all of it. */
  void take(UUID key, int events) {
    ConsumptionProbe probe =
        buckets.get(key, ignored -> full()).tryConsumeAndReturnRemaining(events);
    if (!probe.isConsumed()) {
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
      throw new ProblemException(
              Problems.TOO_MANY_REQUESTS,
              "At most %d events a minute are taken per key. Send the batch again in %d s."
                  .formatted(limit, wait.toSeconds()))
          .retryAfter(wait);
    }
  }

  private Bucket full() {
    return Bucket.builder().addLimit(l -> l.capacity(limit).refillGreedy(limit, WINDOW)).build();
  }
}
