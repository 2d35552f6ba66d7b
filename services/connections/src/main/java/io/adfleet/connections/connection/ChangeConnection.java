package io.adfleet.connections.connection;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountsPublisher;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes how a connection does, and says the state of its accounts with it. */
@ApplicationScoped
public class ChangeConnection {

  private final ConnectionStore connections;
  private final AccountsPublisher publisher;

  ChangeConnection(ConnectionStore connections, AccountsPublisher publisher) {
    this.connections = connections;
    this.publisher = publisher;
  }

  /** Whether the change changed anything; a removed connection is never changed. */
  public Uni<Boolean> change(
      SqlConnection c, UUID workspace, UUID id, UnaryOperator<Connection> change, Moment moment) {
    return connections
        .lock(c, workspace, id)
        .chain(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().item(false);
          }
          Connection before = found.get();
          Connection after = change.apply(before);
          if (after.equals(before)) {
            return Uni.createFrom().item(false);
          }
          return connections
              .update(c, after)
              .chain(() -> publisher.sayAllOf(c, workspace, id, moment))
              .replaceWith(true);
        });
  }
}
