package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the platform's hourly report says one local hour added. */
record HourReading(
    UUID workspace,
    UUID account,
    Level level,
    UUID entity,
    LocalDate date,
    int hour,
    Instant observedAt,
    long version,
    Measures measures) {

  /** Which hour: rows of the same one replace one another by version. */
  record Key(UUID workspace, UUID entity, LocalDate date, int hour) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byFigure =
          new FigureKey(workspace, entity, date)
              .compareTo(new FigureKey(other.workspace, other.entity, other.date));
      return byFigure == 0 ? Integer.compare(hour, other.hour) : byFigure;
    }
  }

  Key key() {
    return new Key(workspace, entity, date, hour);
  }
}
