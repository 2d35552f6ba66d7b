package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Totals since local midnight as the last reading in a quarter of an hour said them. */
record Slot(
    UUID workspace,
    UUID account,
    String platform,
    Level level,
    UUID entity,
    LocalDay day,
    Instant slot,
    Instant observedAt,
    long version,
    String currency,
    Measures measures,
    @Nullable String trace) {

  /** Which slot: the newest version in it stands. */
  record Key(UUID workspace, UUID entity, LocalDate date, Instant slot) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byFigure =
          new FigureKey(workspace, entity, date)
              .compareTo(new FigureKey(other.workspace, other.entity, other.date));
      return byFigure == 0 ? slot.compareTo(other.slot) : byFigure;
    }
  }

  Key key() {
    return new Key(workspace, entity, day.date(), slot);
  }

  /** The same slot with what stands in it. */
  Slot standing(long standingVersion, Instant standingObservedAt, Measures standingMeasures) {
    return new Slot(
        workspace,
        account,
        platform,
        level,
        entity,
        day,
        slot,
        standingObservedAt,
        standingVersion,
        currency,
        standingMeasures,
        trace);
  }
}
