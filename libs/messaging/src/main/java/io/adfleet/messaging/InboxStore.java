package io.adfleet.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The inbox table of this service's database. */
@ApplicationScoped
class InboxStore {

  private static final String REMEMBER =
      """
      insert into inbox (workspace_id, consumer, event_id) values ($1, $2, $3)
      on conflict do nothing
      """;

  Uni<Boolean> remember(SqlConnection connection, UUID workspace, String consumer, UUID event) {
    return connection
        .preparedQuery(REMEMBER)
        .execute(Tuple.of(workspace, consumer, event))
        .map(result -> result.rowCount() == 1);
  }
}
