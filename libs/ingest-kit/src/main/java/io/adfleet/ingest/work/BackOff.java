package io.adfleet.ingest.work;

import java.time.Duration;

/** How long to wait before the next try: doubling, with full jitter, at most a minute. */
final class BackOff {

  private static final Duration MOST = Duration.ofMinutes(1);

  private BackOff() {}

  /**
   * @param failed tries that have failed before this one
   * @param chance a number from 0 up to 1
   */
  static Duration after(Duration first, int failed, double chance) {
    long ceiling = Math.min(MOST.toMillis(), first.toMillis() << Math.min(failed, 10));
    long floor = ceiling / 2;
    return Duration.ofMillis(floor + (long) ((ceiling - floor) * chance));
  }
}
