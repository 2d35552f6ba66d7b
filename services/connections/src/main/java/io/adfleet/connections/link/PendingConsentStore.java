package io.adfleet.connections.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Consents people were sent away for. */
@ApplicationScoped
class PendingConsentStore {

  private static final String ADD =
      """
      insert into oauth_state (workspace_id, state_id, platform, user_id, session_hash, created_at,
        expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      """;
  private static final String LOCK =
      """
      select workspace_id, state_id, platform, user_id, session_hash, created_at, expires_at, used_at
        from oauth_state where workspace_id = $1 and state_id = $2 for update
      """;
  private static final String USE =
      "update oauth_state set used_at = $3 where workspace_id = $1 and state_id = $2";
  private static final String FORGET = "delete from oauth_state where expires_at < $1";

  Uni<Void> add(SqlConnection c, PendingConsent consent) {
    return c.preparedQuery(ADD)
        .execute(
            Tuple.from(
                Arrays.asList(
                    consent.workspaceId(),
                    consent.id(),
                    consent.platform(),
                    consent.userId(),
                    consent.session(),
                    at(consent.createdAt()),
                    at(consent.expiresAt()))))
        .replaceWithVoid();
  }

  /** Held until the transaction ends, so that it can't be used twice at once. */
  Uni<Optional<PendingConsent>> lock(SqlConnection c, UUID workspace, UUID id) {
    return c.preparedQuery(LOCK)
        .execute(Tuple.of(workspace, id))
        .map(rows -> {
          if (rows.size() == 0) {
            return Optional.empty();
          }
          Row row = rows.iterator().next();
          OffsetDateTime usedAt = row.getOffsetDateTime("used_at");
          return Optional.of(
              new PendingConsent(
                  row.getUUID("workspace_id"),
                  row.getUUID("state_id"),
                  row.getString("platform"),
                  row.getUUID("user_id"),
                  row.getString("session_hash"),
                  row.getOffsetDateTime("created_at").toInstant(),
                  row.getOffsetDateTime("expires_at").toInstant(),
                  usedAt == null ? null : usedAt.toInstant()));
        });
  }

  Uni<Void> use(SqlConnection c, UUID workspace, UUID id, Instant now) {
    return c.preparedQuery(USE).execute(Tuple.of(workspace, id, at(now))).replaceWithVoid();
  }

  /** Those of every workspace that ended long ago. */
  Uni<Void> forget(SqlConnection feed, Instant endedBefore) {
    return feed.preparedQuery(FORGET).execute(Tuple.of(at(endedBefore))).replaceWithVoid();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
