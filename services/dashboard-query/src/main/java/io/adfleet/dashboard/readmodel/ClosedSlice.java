package io.adfleet.dashboard.readmodel;

import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last closed state of a slice.
 *
 * @param sums of the rows it closed over
 */
record ClosedSlice(
    UUID workspaceId,
    UUID accountId,
    String report,
    String level,
    LocalDate date,
    long version,
    Instant observedAt,
    Instant closedAt,
    int rows,
    Sums sums,
    @Nullable Sums platformTotal) {

  record Key(UUID workspaceId, UUID accountId, String report, String level, LocalDate date) {}

  Key key() {
    return new Key(workspaceId, accountId, report, level, date);
  }

  AccountDate accountDate() {
    return new AccountDate(workspaceId, accountId, date);
  }
}
