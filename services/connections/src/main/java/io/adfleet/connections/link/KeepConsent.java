package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.connections.account.ReachableStore;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.credential.KeepCredential;
import io.adfleet.connections.link.CompleteConsent.Person;
import io.adfleet.connections.provider.Grant;
import io.adfleet.contracts.Ids;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps a consent: the connection, its credential and what it reaches, in one transaction. */
@ApplicationScoped
class KeepConsent {

  private final Tenants tenants;
  private final ConnectionStore connections;
  private final KeepCredential credential;
  private final ReachableStore reachable;
  private final AccountStore accounts;
  private final RenewConnection renew;
  private final Clock clock;

  KeepConsent(
      Tenants tenants,
      ConnectionStore connections,
      KeepCredential credential,
      ReachableStore reachable,
      AccountStore accounts,
      RenewConnection renew,
      Clock clock) {
    this.tenants = tenants;
    this.connections = connections;
    this.credential = credential;
    this.reachable = reachable;
    this.accounts = accounts;
    this.renew = renew;
    this.clock = clock;
  }

  /** The connection; the person's existing one keeps its id, its accounts and their history. */
  Uni<UUID> keep(
      String platform,
      Person person,
      String refreshToken,
      Grant grant,
      Optional<List<ReachableAccount>> reached) {
    UUID workspace = person.state().workspace();
    Moment moment = Moment.of(clock);
    return tenants.inWorkspace(
        workspace,
        c ->
            connections
                .renew(
                    c, workspace, Ids.next(), platform, person.user(), person.email(), moment.now())
                .call(connection ->
                    credential.keep(
                        c, workspace, connection.id(), refreshToken, grant, moment.now()))
                .call(connection -> reached(c, connection, reached))
                .call(connection -> renew.renew(c, connection, moment))
                .map(Connection::id));
  }

  private Uni<Void> reached(
      SqlConnection c, Connection connection, Optional<List<ReachableAccount>> reached) {
    return reached.isEmpty()
        ? Uni.createFrom().voidItem()
        : reachable
            .replace(c, connection.workspaceId(), connection.id(), reached.get())
            .chain(() -> accounts.refresh(c, connection.workspaceId(), connection.id()))
            .replaceWithVoid();
  }
}
