package io.adfleet.ingest.structure;

import io.adfleet.contracts.Entity;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Level;
import io.adfleet.contracts.Topic;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.platform.EntityRow;
import io.adfleet.ingest.wanted.Claim;
import io.adfleet.messaging.Chunks;
import io.adfleet.messaging.KafkaSender;
import io.adfleet.messaging.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says entities in chunks, so that memory stays bounded. */
@ApplicationScoped
class EntitiesPublisher {

  private final KafkaSender sender;
  private final String platform;

  EntitiesPublisher(KafkaSender sender, IngestConfig config) {
    this.sender = sender;
    this.platform = config.platform();
  }

  Rows rows(Claim claim, Claim.Held slice, Instant observedAt) {
    return new Rows(claim, slice, observedAt);
  }

  /** Entities of one claim on their way. */
  final class Rows {
    private final Claim claim;
    private final Claim.Held slice;
    private final Instant observedAt;
    private final Chunks chunks = sender.chunks(sent -> {});
    private int count;

    private Rows(Claim claim, Claim.Held slice, Instant observedAt) {
      this.claim = claim;
      this.slice = slice;
      this.observedAt = observedAt;
    }

    void add(EntityRow row) {
      chunks.add(Outgoing.of(Topic.ENTITIES, entity(row), slice.traceparent()));
      count++;
    }

    int count() {
      return count;
    }

    /** Returns when the broker has all of them. */
    void flush() {
      chunks.flush();
    }

    private Entity entity(EntityRow row) {
      return new Entity(
          claim.workspaceId(),
          claim.accountId(),
          platform,
          id(row.kind(), row.externalId()),
          row.externalId(),
          row.kind(),
          parent(row),
          row.name(),
          row.status(),
          row.platformStatus(),
          row.channel(),
          claim.currency(),
          row.dailyBudget(),
          row.creativeName(),
          row.creativeType(),
          row.thumbnailUrl(),
          observedAt,
          slice.version());
    }

    private @Nullable UUID parent(EntityRow row) {
      String parentKind = row.kind().equals(Level.AD) ? Level.AD_GROUP : Level.CAMPAIGN;
      return row.parentExternalId() == null ? null : id(parentKind, row.parentExternalId());
    }

    private UUID id(String kind, String externalId) {
      return Ids.entityId(claim.workspaceId(), platform, claim.externalId(), kind, externalId);
    }
  }
}
