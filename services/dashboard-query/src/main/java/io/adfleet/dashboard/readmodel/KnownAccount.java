package io.adfleet.dashboard.readmodel;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An ad account and how it does. */
record KnownAccount(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String externalId,
    String name,
    String currency,
    String zone,
    String state,
    String connectionState,
    @Nullable String sentence,
    @Nullable LocalDate historyFrom,
    boolean removed,
    long version) {

  record Key(UUID workspaceId, UUID accountId) {}

  Key key() {
    return new Key(workspaceId, accountId);
  }
}
