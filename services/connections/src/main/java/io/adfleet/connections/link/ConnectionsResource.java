package io.adfleet.connections.link;

import io.adfleet.connections.Paging;
import io.adfleet.connections.account.AccountStore;
import io.adfleet.connections.account.AccountStore.Summary;
import io.adfleet.connections.connection.Connection;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.connection.FleetHintsPublisher;
import io.adfleet.connections.schedule.ScheduleStore;
import io.adfleet.defaults.Allow;
import io.adfleet.defaults.Caller;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The connections of a workspace. */
@Path("/api/workspaces/{workspace}/connections")
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsResource {

  private final Tenants tenants;
  private final ConnectionStore connections;
  private final AccountStore accounts;
  private final ScheduleStore schedule;
  private final PartFromPlatform part;
  private final FleetHintsPublisher hints;
  private final Caller caller;

  ConnectionsResource(
      Tenants tenants,
      ConnectionStore connections,
      AccountStore accounts,
      ScheduleStore schedule,
      PartFromPlatform part,
      FleetHintsPublisher hints,
      Caller caller) {
    this.tenants = tenants;
    this.connections = connections;
    this.accounts = accounts;
    this.schedule = schedule;
    this.part = part;
    this.hints = hints;
    this.caller = caller;
  }

  public record View(
      UUID id,
      String platform,
      String state,
      @Nullable String sentence,
      @Nullable Instant retryAt,
      @Nullable String person,
      Instant authorizedAt,
      int accounts,
      @Nullable Instant lastSync,
      @Nullable Instant nextSync) {

    static View of(Connection connection, Summary summary, @Nullable Instant next) {
      return new View(
          connection.id(),
          connection.platform(),
          connection.state().word(),
          connection.sentence(),
          connection.retryAt(),
          connection.email(),
          connection.authorizedAt(),
          summary.accounts(),
          summary.syncedAt(),
          switch (connection.state()) {
            case ACTIVE -> next;
            case RATE_LIMITED -> connection.retryAt();
            case PENDING, NEEDS_REAUTH -> null;
          });
    }
  }

  public record Page(List<View> items, @Nullable String nextCursor) {}

  @GET
  @Allow(Role.VIEWER)
  public Uni<Page> list(@RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    UUID workspace = caller.workspace();
    int size = Paging.size(limit);
    UUID after = Paging.cursor(cursor);
    return tenants.inWorkspace(
        workspace,
        c ->
            connections
                .all(c, workspace, after, size + 1)
                .chain(all ->
                    accounts
                        .summaries(c, workspace)
                        .chain(summaries ->
                            schedule
                                .next(c, workspace)
                                .map(next -> page(all, summaries, next, size)))));
  }

  private static Page page(
      List<Connection> all, Map<UUID, Summary> summaries, Map<UUID, Instant> next, int size) {
    List<View> items =
        all.stream()
            .limit(size)
            .map(one ->
                View.of(one, summaries.getOrDefault(one.id(), Summary.NONE), next.get(one.id())))
            .toList();
    return new Page(items, all.size() > size ? items.getLast().id().toString() : null);
  }

  @DELETE
  @Path("/{connection}")
  @Allow(Role.ADMIN)
  public Uni<Void> remove(UUID connection) {
    UUID workspace = caller.workspace();
    return part.part(workspace, connection)
        .invoke(() -> hints.connectionChanged(workspace, connection));
  }
}
