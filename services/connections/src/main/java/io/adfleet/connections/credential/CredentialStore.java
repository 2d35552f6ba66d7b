package io.adfleet.connections.credential;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sealed credentials, one per connection. */
@ApplicationScoped
class CredentialStore {

  private static final String PUT =
      """
      insert into credential (workspace_id, connection_id, key_id, nonce, sealed, scopes, sealed_at,
        ends_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (workspace_id, connection_id) do update
        set key_id = excluded.key_id, nonce = excluded.nonce, sealed = excluded.sealed,
            scopes = excluded.scopes, sealed_at = excluded.sealed_at, ends_at = excluded.ends_at,
            renewed_at = null
      """;
  private static final String RESEAL =
      """
      update credential set key_id = $4, nonce = $5, sealed = $6
       where workspace_id = $1 and connection_id = $2 and sealed_at = $3
      """;
  private static final String RENEW =
      """
      update credential
         set key_id = $4, nonce = $5, sealed = $6, renewed_at = $7, ends_at = $8
       where workspace_id = $1 and connection_id = $2 and sealed_at = $3
      """;
  private static final String FIND =
      "select key_id, nonce, sealed, sealed_at, renewed_at, ends_at from credential"
          + " where workspace_id = $1 and connection_id = $2";
  private static final String DESTROY =
      "delete from credential where workspace_id = $1 and connection_id = $2";

  /**
   * A credential.
   *
   * @param at when the person gave it
   * @param renewedAt when it was last traded for its successor, if ever
   * @param endsAt when it ends; null where it lasts until somebody revokes it
   */
  record Kept(Sealed sealed, Instant at, @Nullable Instant renewedAt, @Nullable Instant endsAt) {

    /** Whether it opens the platform itself and the first half of its life isn't over. */
    boolean isFresh(Instant now) {
      Instant since = renewedAt == null ? at : renewedAt;
      return endsAt != null
          && now.isBefore(since.plus(Duration.between(since, endsAt).dividedBy(2)));
    }

    /** Whether it opens the platform itself, and still does. */
    boolean lasts(Instant now) {
      return endsAt != null && now.isBefore(endsAt);
    }
  }

  Uni<Void> put(
      SqlConnection c,
      UUID workspace,
      UUID connection,
      Sealed sealed,
      String scopes,
      Instant now,
      @Nullable Instant endsAt) {
    return c.preparedQuery(PUT)
        .execute(
            Tuple.of(
                    workspace,
                    connection,
                    sealed.keyId(),
                    Buffer.buffer(sealed.nonce()),
                    Buffer.buffer(sealed.bytes()),
                    scopes)
                .addOffsetDateTime(at(now))
                .addOffsetDateTime(endsAt == null ? null : at(endsAt)))
        .replaceWithVoid();
  }

  /** Keeps the successor of a credential, unless the person gave another one meanwhile. */
  Uni<Void> renew(
      SqlConnection c,
      UUID workspace,
      UUID connection,
      Instant given,
      Sealed sealed,
      Instant now,
      @Nullable Instant endsAt) {
    return c.preparedQuery(RENEW)
        .execute(
            Tuple.of(
                    workspace,
                    connection,
                    at(given),
                    sealed.keyId(),
                    Buffer.buffer(sealed.nonce()),
                    Buffer.buffer(sealed.bytes()))
                .addOffsetDateTime(at(now))
                .addOffsetDateTime(endsAt == null ? null : at(endsAt)))
        .replaceWithVoid();
  }

  /** Changes the key of a credential, unless the person gave another one meanwhile. */
  Uni<Void> reseal(SqlConnection c, UUID workspace, UUID connection, Instant at, Sealed sealed) {
    return c.preparedQuery(RESEAL)
        .execute(
            Tuple.of(
                workspace,
                connection,
                at(at),
                sealed.keyId(),
                Buffer.buffer(sealed.nonce()),
                Buffer.buffer(sealed.bytes())))
        .replaceWithVoid();
  }

  Uni<Optional<Kept>> find(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(FIND)
        .execute(Tuple.of(workspace, connection))
        .map(rows -> {
          if (rows.size() == 0) {
            return Optional.empty();
          }
          Row row = rows.iterator().next();
          return Optional.of(
              new Kept(
                  new Sealed(
                      row.getString("key_id"),
                      row.getBuffer("nonce").getBytes(),
                      row.getBuffer("sealed").getBytes()),
                  row.getOffsetDateTime("sealed_at").toInstant(),
                  instant(row.getOffsetDateTime("renewed_at")),
                  instant(row.getOffsetDateTime("ends_at"))));
        });
  }

  Uni<Void> destroy(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(DESTROY).execute(Tuple.of(workspace, connection)).replaceWithVoid();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
