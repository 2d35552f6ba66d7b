package io.adfleet.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The manifest that closes a slice: it follows the slice's readings on the same topic and partition
 * once the broker has them all, and is said also when there were none.
 *
 * @param rows distinct entities read (of the hours report: distinct entity and hour)
 * @param sums the sum of those rows
 * @param platformTotal the platform's own total of the account for that date; only of {@code
 *     performance} at campaign level
 */
public record SliceClosed(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String report,
    String level,
    LocalDate date,
    long version,
    Instant observedAt,
    String zone,
    String currency,
    int rows,
    Figures sums,
    @Nullable Figures platformTotal) {

  public Slice slice() {
    return new Slice(workspaceId, accountId, report, level, date);
  }
}
