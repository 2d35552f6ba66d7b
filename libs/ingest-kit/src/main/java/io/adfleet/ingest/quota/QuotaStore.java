package io.adfleet.ingest.quota;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;

/** The ledger and the pauses. */
@ApplicationScoped
class QuotaStore {

  private static final String COUNT =
      """
      insert into operation (day, credential, kind, operations) values ($1, $2, $3, 1)
      on conflict (day, credential, kind)
        do update set operations = operation.operations + 1
      """;
  private static final String USED =
      """
      select coalesce(sum(operations), 0)::bigint from operation
       where day = $1 and credential = $2
      """;
  private static final String PAUSE =
      """
      insert into platform_pause (scope, until, reason)
      values ($1, clock_timestamp() + make_interval(secs => $2), $3)
      on conflict (scope) do update
        set until = greatest(platform_pause.until, excluded.until), reason = excluded.reason
      """;

  Uni<Void> count(Pool pool, LocalDate day, String credential, String kind) {
    return pool.preparedQuery(COUNT).execute(Tuple.of(day, credential, kind)).replaceWithVoid();
  }

  Uni<Long> used(Pool pool, LocalDate day, String credential) {
    return pool.preparedQuery(USED)
        .execute(Tuple.of(day, credential))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  Uni<Void> pause(SqlConnection connection, String scope, Duration wait, String reason) {
    return connection
        .preparedQuery(PAUSE)
        .execute(Tuple.of(scope, wait.toMillis() / 1000.0, reason))
        .replaceWithVoid();
  }
}
