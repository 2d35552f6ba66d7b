package io.adfleet.attribution.names;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign, ad group, ad or asset group. */
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
    long version) {

  record Key(UUID workspaceId, UUID entityId) {}

  Key key() {
    return new Key(workspaceId, entityId);
  }
}
