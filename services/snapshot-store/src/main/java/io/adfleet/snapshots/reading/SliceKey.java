package io.adfleet.snapshots.reading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** Which slice: one report at one level of one account on one account-local date. */
record SliceKey(UUID workspace, UUID account, String report, String level, LocalDate date)
    implements Comparable<SliceKey> {

  /** Totals of a date; the only report that writes figures. */
  static final String PERFORMANCE = "performance";

  /** The same date by the platform's local hours. */
  static final String HOURS = "performance_hours";

  private static final Comparator<SliceKey> ORDER =
      Comparator.comparing(SliceKey::workspace)
          .thenComparing(SliceKey::account)
          .thenComparing(SliceKey::report)
          .thenComparing(SliceKey::level)
          .thenComparing(SliceKey::date);

  @Override
  public int compareTo(SliceKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%s|%s|%s|%s|%s".formatted(workspace, account, report, level, date);
  }
}
