package io.adfleet.attribution.names;

import java.util.UUID;

/** An ad account. */
record KnownAccount(
    UUID workspaceId,
    UUID accountId,
    String platform,
    String externalId,
    String name,
    String currency,
    String zone,
    boolean removed,
    long version) {

  record Key(UUID workspaceId, UUID accountId) {}

  Key key() {
    return new Key(workspaceId, accountId);
  }
}
