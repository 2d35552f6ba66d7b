package io.adfleet.messaging;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Hears an event once, for consumers whose records add instead of replacing one another. */
@ApplicationScoped
public class Inbox {

  private final InboxStore store;

  Inbox(InboxStore store) {
    this.store = store;
  }

  /** True the first time this consumer hears the event; call it in the transaction of its work. */
  public Uni<Boolean> first(
      SqlConnection connection, String consumer, UUID eventId, UUID workspaceId) {
    return store.remember(connection, workspaceId, consumer, eventId);
  }
}
