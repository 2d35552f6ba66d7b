package io.adfleet.dashboard.ledger;

import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account's covered date at campaign level.
 *
 * @param version of the slice's last closing
 * @param observedAt when the platform was read for it
 * @param rows how many campaigns the slice had
 * @param sums of the campaign rows held here; zero where there are none
 * @param newestVersion the newest version among those rows; above {@code version} a newer reading
 *     of the date is on its way
 * @param platformTotal what the platform says the whole account had
 */
public record AccountDay(
    UUID accountId,
    LocalDate date,
    long version,
    Instant observedAt,
    Instant closedAt,
    int rows,
    Sums sums,
    long newestVersion,
    @Nullable Sums platformTotal) {

  /** Whether rows newer than the last closing are held, so that totals can't be compared. */
  public boolean isBeingRead() {
    return newestVersion > version;
  }

  /**
   * Whether the rows agree with the platform's own total. Counts and spend exactly; the platform
   * rounds conversions and their value per row, so these may be off by a millionth a row.
   */
  public boolean agrees() {
    if (platformTotal == null) {
      return false;
    }
    Sums off = sums.minus(platformTotal);
    return off.spend() == 0
        && off.impressions() == 0
        && off.clicks() == 0
        && Math.abs(off.conversions()) <= rows
        && Math.abs(off.conversionValue()) <= rows;
  }
}
