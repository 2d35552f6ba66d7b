package io.adfleet.snapshots.reading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * Which figure: of which entity on which account-local date. The order is the one rows are written
 * in, the same in every consumer, so that two of them never wait for each other.
 */
record FigureKey(UUID workspace, UUID entity, LocalDate date) implements Comparable<FigureKey> {

  private static final Comparator<FigureKey> ORDER =
      Comparator.comparing(FigureKey::workspace)
          .thenComparing(FigureKey::entity)
          .thenComparing(FigureKey::date);

  @Override
  public int compareTo(FigureKey other) {
    return ORDER.compare(this, other);
  }
}
