package io.adfleet.snapshots.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the platform's hourly report says about one entity on one date.
 *
 * @param byHour what each local hour added, 0–23 as the platform labels it; a missing hour added
 *     nothing
 * @param observedAt when the report was read
 */
public record HourlyReport(LocalDay day, Map<Integer, Measures> byHour, Instant observedAt) {

  /** The total since local midnight at the end of a local hour, in that hour's last slot. */
  public record Filled(Instant slot, Measures total) {}

  /**
   * The slots this report fills: one for each local hour that was over when it was read, before the
   * date's first reading. A repeated hour stands in the last slot of its last occurrence; what the
   * platform counts in a skipped hour is part of the next one's total.
   *
   * @param firstReading slot of the entity's first reading on that date; null if there is none,
   *     then every hour is filled
   */
  public List<Filled> slotsBefore(@Nullable Instant firstReading) {
    List<Filled> filled = new ArrayList<>();
    Measures total = Measures.ZERO;
    for (int hour = 0; hour < 24; hour++) {
      total = total.plus(byHour.getOrDefault(hour, Measures.ZERO));
      Optional<Instant> over = day.endOfHour(hour).filter(end -> !end.isAfter(observedAt));
      if (over.isPresent()) {
        Instant slot = LocalDay.slotOf(over.get().minusNanos(1));
        if (firstReading == null || slot.isBefore(firstReading)) {
          filled.add(new Filled(slot, total));
        }
      }
    }
    return filled;
  }
}
