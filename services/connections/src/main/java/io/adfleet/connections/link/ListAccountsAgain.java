package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AccountStore.Refreshed;
import io.adfleet.connections.account.AccountsPublisher;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.connections.account.ReachableStore;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.credential.IssueAccessToken;
import io.adfleet.connections.provider.PlatformClients;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks a platform anew what a consent reaches: accounts that were added can be chosen, names are
 * kept, and one that was closed to us at first gets its currency and is read from the start.
 */
@ApplicationScoped
public class ListAccountsAgain {

  private final Tenants tenants;
  private final IssueAccessToken issue;
  private final PlatformClients platforms;
  private final ReachableStore reachable;
  private final AccountStore accounts;
  private final AccountsPublisher publisher;
  private final ReadAgain readAgain;

  ListAccountsAgain(
      Tenants tenants,
      IssueAccessToken issue,
      PlatformClients platforms,
      ReachableStore reachable,
      AccountStore accounts,
      AccountsPublisher publisher,
      ReadAgain readAgain) {
    this.tenants = tenants;
    this.issue = issue;
    this.platforms = platforms;
    this.reachable = reachable;
    this.accounts = accounts;
    this.publisher = publisher;
    this.readAgain = readAgain;
  }

  public Uni<Void> list(Connection connection, Moment moment) {
    UUID workspace = connection.workspaceId();
    return issue
        .issue(workspace, connection.id())
        .chain(token -> platforms.of(connection.platform()).accounts(token.text()))
        .map(found -> found.stream().map(ReachableAccount::of).toList())
        .chain(found ->
            tenants.inWorkspace(
                workspace,
                c ->
                    reachable
                        .replace(c, workspace, connection.id(), found)
                        .chain(() -> accounts.refresh(c, workspace, connection.id()))
                        .chain(changed -> follow(c, connection, changed, moment))));
  }

  private Uni<Void> follow(
      SqlConnection c, Connection connection, List<Refreshed> changed, Moment moment) {
    UUID workspace = connection.workspaceId();
    Set<UUID> opened =
        changed.stream()
            .filter(Refreshed::currencyWasUnknown)
            .map(Refreshed::id)
            .collect(Collectors.toSet());
    return publisher
        .say(c, workspace, changed.stream().map(Refreshed::id).toList(), moment)
        .chain(() -> accounts.connected(c, workspace, opened))
        .chain((List<AdAccount> again) -> readAgain.read(c, again, moment));
  }
}
