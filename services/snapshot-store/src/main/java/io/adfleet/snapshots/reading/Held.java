package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Measures;
import java.time.Instant;

/**
 * What a key held before a poll.
 *
 * @param believedFrom since when its measures are what they are; a reading that says the same moves
 *     only version and {@code observedAt}
 */
record Held(
    long version, Instant observedAt, Instant believedFrom, boolean absent, Measures measures) {

  /** A closed slice without the row says zero: that too can be restated. */
  static Held nothingSince(Instant settledAt) {
    return new Held(0, settledAt, settledAt, true, Measures.ZERO);
  }

  /** What the key holds after a reading. */
  Held then(Reading reading) {
    return new Held(
        reading.version(),
        reading.observedAt(),
        reading.measures().saysSameAs(measures) ? believedFrom : changedAt(reading.observedAt()),
        false,
        reading.measures());
  }

  /** When a belief ended: never before it began, whatever the platform's clocks say. */
  Instant changedAt(Instant observedAt) {
    return observedAt.isBefore(believedFrom) ? believedFrom : observedAt;
  }
}
