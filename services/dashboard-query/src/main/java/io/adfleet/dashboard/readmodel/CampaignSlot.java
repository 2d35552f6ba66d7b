package io.adfleet.dashboard.readmodel;

import io.adfleet.dashboard.metric.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A campaign's total since its local midnight at the end of a slot.
 *
 * @param hourly whether it was taken from the platform's hourly report
 */
record CampaignSlot(
    UUID workspaceId,
    UUID accountId,
    LocalDate date,
    UUID entityId,
    Instant slot,
    boolean hourly,
    long version,
    Sums sums) {

  record Key(UUID workspaceId, UUID entityId, LocalDate date, Instant slot) {}

  Key key() {
    return new Key(workspaceId, entityId, date, slot);
  }

  AccountDate accountDate() {
    return new AccountDate(workspaceId, accountId, date);
  }
}
