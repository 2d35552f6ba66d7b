package io.adfleet.snapshots.reading;

import io.adfleet.snapshots.day.Level;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a platform said about one entity on one date: totals since local midnight.
 *
 * @param version decides which reading stands; {@code observedAt} never does
 * @param actions what it tells beside them; null where the platform tells no such
 * @param trace of the piece of work it was read in
 */
record Reading(
    UUID workspace,
    UUID account,
    String platform,
    Level level,
    UUID entity,
    String externalId,
    LocalDay day,
    Instant observedAt,
    long version,
    String currency,
    Measures measures,
    @Nullable Actions actions,
    @Nullable String trace) {

  FigureKey key() {
    return new FigureKey(workspace, entity, day.date());
  }

  SliceKey slice() {
    return new SliceKey(workspace, account, SliceKey.PERFORMANCE, level.word(), day.date());
  }

  /** The figure this reading makes where it stands. */
  Figure figure() {
    return new Figure(
        workspace,
        account,
        platform,
        level,
        entity,
        externalId,
        day.date(),
        currency,
        version,
        observedAt,
        false,
        measures);
  }

  /** The total it makes in a slot. */
  Slot in(Instant slot) {
    return new Slot(
        workspace,
        account,
        platform,
        level,
        entity,
        day,
        slot,
        observedAt,
        version,
        currency,
        measures,
        trace);
  }
}
