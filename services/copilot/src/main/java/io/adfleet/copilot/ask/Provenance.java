package io.adfleet.copilot.ask;

import io.adfleet.copilot.dashboard.DashboardAnswer;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an answer's numbers come from. */
record Provenance(
    LocalDate start,
    LocalDate end,
    String zone,
    @Nullable String currency,
    @Nullable Instant dataAsOf,
    @Nullable Instant lastSyncedAt,
    String revenueSource,
    boolean complete) {

  static Provenance of(DashboardAnswer answer) {
    return new Provenance(
        answer.start(),
        answer.end(),
        answer.zone(),
        answer.currency(),
        answer.dataAsOf(),
        answer.lastSyncedAt(),
        answer.revenueSource(),
        answer.completeness().complete());
  }
}
