package io.adfleet.snapshots.reading;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which figure: of which entity on which account-local date. The order is the one rows are written
 * in, the same in every consumer, so that two of them never wait for each other.
 */
record FigureKey(UUID workspace, UUID entity, LocalDate date) implements Comparable<FigureKey> {

  @Override
  public int compareTo(FigureKey other) {
    int byWorkspace = workspace.compareTo(other.workspace);
    if (byWorkspace != 0) {
      return byWorkspace;
    }
    int byEntity = entity.compareTo(other.entity);
    return byEntity != 0 ? byEntity : date.compareTo(other.date);
  }
}
