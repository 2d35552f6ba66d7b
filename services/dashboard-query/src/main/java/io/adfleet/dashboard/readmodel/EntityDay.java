package io.adfleet.dashboard.readmodel;

import io.adfleet.dashboard.metric.Sums;
import java.time.LocalDate;
import java.util.UUID;

/** The newest figure of one entity on one account-local date. */
record EntityDay(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String level,
    UUID entityId,
    String externalId,
    LocalDate date,
    long version,
    String currency,
    boolean absent,
    Sums sums) {

  record Key(UUID workspaceId, UUID entityId, LocalDate date) {}

  Key key() {
    return new Key(workspaceId, entityId, date);
  }

  AccountDate accountDate() {
    return new AccountDate(workspaceId, accountId, date);
  }
}
