package io.adfleet.gateway.idempotency;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AnswerStore {

  private static final String FIND =
      "select request_hash, sealed_answer from idempotency where user_id = $1 and key = $2";
  private static final String INSERT =
      """
      insert into idempotency (user_id, key, request_hash, sealed_answer, created_at)
      values ($1, $2, $3, $4, $5)
      on conflict (user_id, key) do nothing
      """;
  private static final String DELETE_OLD = "delete from idempotency where created_at < $1";

  /** What was answered, and to which request. */
  record Stored(byte[] requestHash, byte[] sealedAnswer) {}

  Uni<Optional<Stored>> find(SqlClient client, UUID user, String key) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(user, key))
        .map(rows -> {
          for (Row row : rows) {
            return Optional.of(
                new Stored(row.getBuffer(0).getBytes(), row.getBuffer(1).getBytes()));
          }
          return Optional.empty();
        });
  }

  /** False where another request with this key was first. */
  Uni<Boolean> insert(SqlClient client, UUID user, String key, Stored stored, Instant now) {
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.of(
                user,
                key,
                Buffer.buffer(stored.requestHash()),
                Buffer.buffer(stored.sealedAnswer()),
                now.atOffset(ZoneOffset.UTC)))
        .map(result -> result.rowCount() == 1);
  }

  Uni<Integer> deleteOlder(SqlClient client, Instant than) {
    return client
        .preparedQuery(DELETE_OLD)
        .execute(Tuple.of(than.atOffset(ZoneOffset.UTC)))
        .map(SqlResult::rowCount);
  }
}
