package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AdAccount;
import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.connections.account.ReachableStore;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.contracts.Ids;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts a connection reaches, and the choice among them. */
@Path("/api/workspaces/{workspace}/connections/{connection}/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccountsResource {

  private final Tenants tenants;
  private final ConnectionStore connections;
  private final ReachableStore reachable;
  private final AccountStore accounts;
  private final ConnectAccounts connect;
  private final Caller caller;
  private final Clock clock;

  AccountsResource(
      Tenants tenants,
      ConnectionStore connections,
      ReachableStore reachable,
      AccountStore accounts,
      ConnectAccounts connect,
      Caller caller,
      Clock clock) {
    this.tenants = tenants;
    this.connections = connections;
    this.reachable = reachable;
    this.accounts = accounts;
    this.connect = connect;
    this.caller = caller;
    this.clock = clock;
  }

  public record Chosen(@Nullable List<String> accountIds) {}

  /** An account of the tree; {@code state} is how the platform last let us read it. */
  public record View(
      UUID accountId,
      String externalId,
      @Nullable String parentExternalId,
      String name,
      @Nullable String currency,
      String zone,
      boolean manager,
      boolean connected,
      @Nullable UUID connectionId,
      String state,
      @Nullable String sentence,
      @Nullable Instant lastSync) {

    static View of(UUID id, ReachableAccount reached, @Nullable AdAccount read) {
      AdAccount.Access access = read == null ? reached.access() : read.access();
      return new View(
          id,
          reached.externalId(),
          reached.parentExternalId(),
          reached.name(),
          reached.currency().equals("XXX") ? null : reached.currency(),
          reached.zone(),
          reached.manager(),
          read != null,
          read == null ? null : read.connectionId(),
          access.word(),
          access.sentence(),
          read == null ? null : read.syncedAt());
    }
  }

  public record Page(List<View> items, @Nullable String nextCursor) {}

  /** The whole tree at once: it is what a person chooses from. */
  @GET
  @Allow(Role.VIEWER)
  public Uni<Page> list(UUID connection) {
    UUID workspace = caller.workspace();
    return tenants.inWorkspace(workspace, c -> page(c, workspace, connection));
  }

  @POST
  @Allow(Role.ADMIN)
  public Uni<Page> connect(UUID connection, @Nullable Chosen chosen) {
    UUID workspace = caller.workspace();
    Moment moment = Moment.of(clock);
    List<String> ids =
        chosen == null || chosen.accountIds() == null ? List.of() : chosen.accountIds();
    return tenants.inWorkspace(
        workspace,
        c ->
            connect
                .connect(c, workspace, connection, ids, moment)
                .chain(() -> page(c, workspace, connection)));
  }

  private Uni<Page> page(SqlConnection c, UUID workspace, UUID connection) {
    return connections
        .find(c, workspace, connection)
        .map(found -> found.orElseThrow(ProblemException::notFound))
        .chain(found ->
            reachable
                .all(c, workspace, connection)
                .chain(all -> views(c, workspace, found.platform(), all)));
  }

  private Uni<Page> views(
      SqlConnection c, UUID workspace, String platform, List<ReachableAccount> all) {
    Function<ReachableAccount, UUID> id =
        account -> Ids.accountId(workspace, platform, account.externalId());
    return accounts
        .connected(c, workspace, all.stream().map(id).toList())
        .map(connected -> {
          Map<UUID, AdAccount> byId =
              connected.stream().collect(Collectors.toMap(AdAccount::id, Function.identity()));
          return new Page(
              all.stream()
                  .map(one -> View.of(id.apply(one), one, byId.get(id.apply(one))))
                  .toList(),
              null);
        });
  }
}
