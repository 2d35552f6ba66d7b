package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountsPublisher;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.schedule.CompleteHistory;
import io.adfleet.connections.schedule.SyncNow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says how the accounts of a renewed connection stand, and has them read at once. */
@ApplicationScoped
class ReadAgain {

  private final AccountsPublisher publisher;
  private final SyncNow syncNow;
  private final CompleteHistory history;

  ReadAgain(AccountsPublisher publisher, SyncNow syncNow, CompleteHistory history) {
    this.publisher = publisher;
    this.syncNow = syncNow;
    this.history = history;
  }

  Uni<Void> read(
      SqlConnection c, Connection connection, List<AdAccount> accounts, Moment moment) {
    return publisher
        .sayAllOf(c, connection.workspaceId(), connection.id(), moment)
        .chain(() -> syncNow.sync(c, accounts, moment))
        .chain(() -> history.complete(c, accounts, moment))
        .replaceWithVoid();
  }
}
