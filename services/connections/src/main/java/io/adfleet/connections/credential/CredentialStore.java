package io.adfleet.connections.credential;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Sealed credentials, one per connection. */
@ApplicationScoped
class CredentialStore {

  private static final String PUT =
      """
      insert into credential (workspace_id, connection_id, key_id, nonce, sealed, scopes, sealed_at)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (workspace_id, connection_id) do update
        set key_id = excluded.key_id, nonce = excluded.nonce, sealed = excluded.sealed,
            scopes = excluded.scopes, sealed_at = excluded.sealed_at
      """;
  private static final String RESEAL =
      """
      update credential set key_id = $4, nonce = $5, sealed = $6
       where workspace_id = $1 and connection_id = $2 and sealed_at = $3
      """;
  private static final String FIND =
      "select key_id, nonce, sealed, sealed_at from credential"
          + " where workspace_id = $1 and connection_id = $2";
  private static final String DESTROY =
      "delete from credential where workspace_id = $1 and connection_id = $2";

  /** A credential and when the person gave it. */
  record Kept(Sealed sealed, Instant at) {}

  Uni<Void> put(
      SqlConnection c, UUID workspace, UUID connection, Sealed sealed, String scopes, Instant now) {
    return c.preparedQuery(PUT)
        .execute(
            Tuple.of(
                    workspace,
                    connection,
                    sealed.keyId(),
                    Buffer.buffer(sealed.nonce()),
                    Buffer.buffer(sealed.bytes()),
                    scopes)
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  /** Changes the key of a credential, unless the person gave another one meanwhile. */
  Uni<Void> reseal(SqlConnection c, UUID workspace, UUID connection, Instant at, Sealed sealed) {
    return c.preparedQuery(RESEAL)
        .execute(
            Tuple.of(
                workspace,
                connection,
                at.atOffset(ZoneOffset.UTC),
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
                  row.getOffsetDateTime("sealed_at").toInstant()));
        });
  }

  Uni<Void> destroy(SqlConnection c, UUID workspace, UUID connection) {
    return c.preparedQuery(DESTROY).execute(Tuple.of(workspace, connection)).replaceWithVoid();
  }
}
