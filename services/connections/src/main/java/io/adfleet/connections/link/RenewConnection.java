package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.connection.ChangeConnection;
import io.adfleet.connections.connection.Connection;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Heals a connection its person consented to again, and has its accounts read at once. */
@ApplicationScoped
class RenewConnection {

  private final AccountStore accounts;
  private final ChangeConnection change;
  private final ReadAgain readAgain;

  RenewConnection(AccountStore accounts, ChangeConnection change, ReadAgain readAgain) {
    this.accounts = accounts;
    this.change = change;
    this.readAgain = readAgain;
  }

  Uni<Void> renew(SqlConnection c, Connection connection, Moment moment) {
    return accounts
        .allOf(c, connection.workspaceId(), connection.id())
        .chain(chosen ->
            change
                .change(
                    c,
                    connection.workspaceId(),
                    connection.id(),
                    before -> before.authorized(!chosen.isEmpty(), moment.now()),
                    moment)
                .chain(() -> readAgain.read(c, chosen, moment)));
  }
}
