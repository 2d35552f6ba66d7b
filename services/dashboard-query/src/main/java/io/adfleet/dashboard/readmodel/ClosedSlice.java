package io.adfleet.dashboard.readmodel;

import io.adfleet.contracts.Level;
import io.adfleet.contracts.Slice;
import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last closed state of a slice. */
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
    @Nullable Sums platformTotal) {

  record Key(UUID workspaceId, UUID accountId, String report, String level, LocalDate date) {}

  Key key() {
    return new Key(workspaceId, accountId, report, level, date);
  }

  AccountDate accountDate() {
    return new AccountDate(workspaceId, accountId, date);
  }

  /** Whether it covers what an account's totals are made of. */
  boolean countsTowardsTotals() {
    return report.equals(Slice.PERFORMANCE) && level.equals(Level.CAMPAIGN);
  }
}
