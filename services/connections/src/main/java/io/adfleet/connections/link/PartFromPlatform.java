package io.adfleet.connections.link;

import io.adfleet.connections.Moment;
import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.credential.DestroyCredential;
import io.adfleet.connections.provider.PlatformClients;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Ends a connection: at the platform, then here. */
@ApplicationScoped
class PartFromPlatform {

  private final Tenants tenants;
  private final ConnectionStore connections;
  private final DestroyCredential credential;
  private final PlatformClients platforms;
  private final RemoveConnection remove;
  private final Clock clock;

  PartFromPlatform(
      Tenants tenants,
      ConnectionStore connections,
      DestroyCredential credential,
      PlatformClients platforms,
      RemoveConnection remove,
      Clock clock) {
    this.tenants = tenants;
    this.connections = connections;
    this.credential = credential;
    this.platforms = platforms;
    this.remove = remove;
    this.clock = clock;
  }

  Uni<Void> part(UUID workspace, UUID connection) {
    Moment moment = Moment.of(clock);
    return tenants
        .inWorkspace(workspace, c -> connections.find(c, workspace, connection))
        .map(found -> found.orElseThrow(ProblemException::notFound))
        .chain(found -> credential.destroy(workspace, connection, platforms.of(found.platform())))
        .chain(() ->
            tenants.inWorkspace(workspace, c -> remove.remove(c, workspace, connection, moment)));
  }
}
