package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The newest figure of one entity on one date.
 *
 * @param absent the platform no longer says this row; its measures are zero
 */
record Figure(
    UUID workspace,
    UUID account,
    String platform,
    Level level,
    UUID entity,
    String externalId,
    LocalDate date,
    String currency,
    long version,
    Instant observedAt,
    boolean absent,
    Measures measures) {

  FigureKey key() {
    return new FigureKey(workspace, entity, date);
  }

  Figure asAbsent() {
    return new Figure(
        workspace,
        account,
        platform,
        level,
        entity,
        externalId,
        date,
        currency,
        version,
        observedAt,
        true,
        measures);
  }
}
