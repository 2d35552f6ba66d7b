package io.adfleet.snapshots.series;

import io.adfleet.snapshots.day.HourlyReport;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one date of one entity grew: totals by slot, each with what it added. */
record Series(List<Point> points) {

  /** Where a total comes from. */
  enum Source {
    READING,
    HOURS
  }

  /** The last total read in a slot. */
  record Total(Instant slot, Instant observedAt, Measures measures) {}

  /**
   * One slot.
   *
   * @param increment what was added since the slot before; null where that is unknown
   */
  record Point(
      Instant slot,
      Instant observedAt,
      Source source,
      Measures total,
      @Nullable Measures increment) {}

  /**
   * Puts the platform's hours before the first reading.
   *
   * @param readings in order of their slots
   * @param hours null where no hourly report is known
   */
  static Series of(@Nullable LocalDay day, List<Total> readings, @Nullable HourlyReport hours) {
    List<Point> points = new ArrayList<>();
    Instant first = readings.isEmpty() ? null : readings.getFirst().slot();
    if (hours != null) {
      for (HourlyReport.Filled filled : hours.slotsBefore(first)) {
        points.add(
            new Point(
                filled.slot(),
                hours.observedAt(),
                Source.HOURS,
                filled.total(),
                filled.total().minus(points.isEmpty() ? Measures.ZERO : last(points))));
      }
    }
    for (Total reading : readings) {
      points.add(
          new Point(
              reading.slot(),
              reading.observedAt(),
              Source.READING,
              reading.measures(),
              increment(day, reading, points)));
    }
    return new Series(points);
  }

  private static @Nullable Measures increment(
      @Nullable LocalDay day, Total reading, List<Point> before) {
    if (!before.isEmpty()) {
      return reading.measures().minus(last(before));
    }
    boolean sinceMidnight = day != null && !reading.slot().isAfter(day.start());
    return sinceMidnight ? reading.measures() : null;
  }

  private static Measures last(List<Point> points) {
    return points.getLast().total();
  }
}
