package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a slice is known.
 *
 * @param readOpen whether it closed at least once while its date was open
 * @param settledAt when the first closed reading after the date's end was made
 */
record Coverage(
    SliceKey slice,
    String platform,
    boolean readOpen,
    @Nullable Instant settledAt,
    @Nullable Closed closed,
    @Nullable Refused refused) {

  record Closed(
      long version,
      Instant observedAt,
      Instant closedAt,
      int rows,
      Measures sums,
      @Nullable Measures total) {}

  record Refused(long version, Instant refusedAt, String reason) {}
}
