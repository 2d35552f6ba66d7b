package io.adfleet.dashboard.readmodel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign, ad group, ad or asset group as the platform last described it. */
record KnownEntity(
    UUID workspaceId,
    UUID entityId,
    UUID accountId,
    String platform,
    String externalId,
    String kind,
    @Nullable UUID parentId,
    String name,
    String status,
    String platformStatus,
    @Nullable String channel,
    @Nullable String currency,
    @Nullable Long dailyBudget,
    @Nullable Creative creative,
    Instant observedAt,
    long version) {

  /** What an ad shows. */
  record Creative(@Nullable String name, @Nullable String type, @Nullable String thumbnailUrl) {}

  record Key(UUID workspaceId, UUID entityId) {}

  Key key() {
    return new Key(workspaceId, entityId);
  }
}
