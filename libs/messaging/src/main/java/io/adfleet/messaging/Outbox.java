package io.adfleet.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Facts to be said once the transaction that makes them true has committed. */
@ApplicationScoped
public class Outbox {

  private final OutboxStore store;

  Outbox(OutboxStore store) {
    this.store = store;
  }

  /** Adds records inside the caller's transaction; they are said in this order. */
  public Uni<Void> add(SqlConnection connection, List<Outgoing> records) {
    return records.isEmpty() ? Uni.createFrom().voidItem() : store.add(connection, records);
  }
}
