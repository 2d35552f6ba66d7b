package io.adfleet.e2e.fleet;

import java.util.Arrays;

/** Durations in nanoseconds, asked for by rank. */
public final class Percentiles {

  private final long[] sorted;

  public Percentiles(long[] nanoseconds) {
    if (nanoseconds.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    this.sorted = nanoseconds.clone();
    Arrays.sort(sorted);
  }

  /** The smallest duration that so many of a hundred do not exceed, in milliseconds. */
  public double milliseconds(int ofHundred) {
    int rank = Math.ceilDiv(sorted.length * ofHundred, 100);
    return sorted[Math.max(rank, 1) - 1] / 1e6;
  }
}
