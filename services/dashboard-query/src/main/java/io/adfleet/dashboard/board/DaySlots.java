package io.adfleet.dashboard.board;

import io.adfleet.dashboard.metric.Sums;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came to an account within one date, by local time of day. A repeated hour has its slots
 * twice under the same time.
 *
 * @param increments in ascending time
 * @param emptyHours whether the platform's hourly report of the date has no row: what came, came
 *     after it was read
 */
record DaySlots(List<Increment> increments, boolean emptyHours) {

  static final DaySlots NONE = new DaySlots(List.of(), false);

  private static final BigInteger HOUR = BigInteger.valueOf(Duration.ofHours(1).toNanos());
  private static final LocalTime FIRST_SLOT_END = LocalTime.of(0, 15);

  /** Readings an hour apart may stand in slots a quarter farther apart. */
  private static final Duration FOLLOWED = Duration.ofMinutes(75);

  /**
   * What came in one slot.
   *
   * @param slot its start
   * @param at the same in local time
   * @param hourly whether it was taken from the platform's hourly report
   */
  record Increment(Instant slot, LocalTime at, boolean hourly, Sums sums) {

    /** By either clock: an hour that a clock skips or repeats makes no gap. */
    boolean follows(Increment before) {
      return Duration.between(before.at, at).compareTo(FOLLOWED) <= 0
          || Duration.between(before.slot, slot).compareTo(FOLLOWED) <= 0;
    }
  }

  /**
   * From when increments are known: what stands in the first slot before that came at any time
   * since midnight. Null without slots.
   */
  @Nullable LocalTime knownFrom() {
    if (increments.isEmpty()) {
      return null;
    }
    LocalTime first = increments.getFirst().at();
    boolean fromMidnight =
        emptyHours
            || first.isBefore(FIRST_SLOT_END)
            || increments.stream().anyMatch(Increment::hourly);
    return fromMidnight ? LocalTime.MIDNIGHT : first;
  }

  @Nullable LocalTime last() {
    return increments.isEmpty() ? null : increments.getLast().at();
  }

  /**
   * What had come by a time of day: whole hours before it and the running one's share, floored.
   * Empty where the hours are unknown: before the first reading, or where readings around the time
   * are so far apart that nobody can say what came before it.
   *
   * @param total of the whole date
   */
  Optional<Sums> until(LocalTime time, Sums total) {
    if (increments.isEmpty()) {
      return total.isZero() ? Optional.of(Sums.ZERO) : Optional.empty();
    }
    LocalTime hour = LocalTime.of(time.getHour(), 0);
    LocalTime known = knownFrom();
    if (known == null || known.getHour() > 0 && !known.isBefore(hour) || !isFollowed(hour, time)) {
      return Optional.empty();
    }
    Sums before = Sums.ZERO;
    Sums running = Sums.ZERO;
    for (Increment increment : increments) {
      if (increment.at().isBefore(hour)) {
        before = before.plus(increment.sums());
      } else if (increment.at().getHour() == time.getHour()) {
        running = running.plus(increment.sums());
      }
    }
    return Optional.of(before.plus(share(running, Duration.between(hour, time))));
  }

  /** Whether what stands in the hour came in it, and what stands behind it came behind it. */
  private boolean isFollowed(LocalTime hour, LocalTime time) {
    Increment before = null;
    for (Increment next : increments) {
      if (!next.at().isBefore(hour)) {
        if (before != null && !next.follows(before)) {
          return false;
        }
        if (next.at().getHour() > time.getHour()) {
          return true;
        }
      }
      before = next;
    }
    return before != null && Duration.between(before.at(), time).compareTo(FOLLOWED) <= 0;
  }

  private static Sums share(Sums hour, Duration passed) {
    BigInteger nanos = BigInteger.valueOf(passed.toNanos());
    return new Sums(
        share(hour.spend(), nanos),
        share(hour.impressions(), nanos),
        share(hour.clicks(), nanos),
        share(hour.conversions(), nanos),
        share(hour.conversionValue(), nanos));
  }

  private static long share(long value, BigInteger nanos) {
    BigInteger[] parts = BigInteger.valueOf(value).multiply(nanos).divideAndRemainder(HOUR);
    return parts[1].signum() < 0
        ? parts[0].subtract(BigInteger.ONE).longValueExact()
        : parts[0].longValueExact();
  }
}
