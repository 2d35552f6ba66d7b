package io.adfleet.connections.credential;

import io.adfleet.connections.connection.ConnectionStore;
import io.adfleet.connections.provider.PlatformClient;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Has the platform forget a consent, and forgets it here. A platform that doesn't answer keeps
 * nobody from leaving: the credential is destroyed all the same. A platform knows one consent of a
 * person, however many workspaces use it: while another one does, it is only forgotten here.
 */
@ApplicationScoped
public class DestroyCredential {

  private static final Logger LOG = Logger.getLogger(DestroyCredential.class);

  private final Tenants tenants;
  private final Feed feed;
  private final ConnectionStore connections;
  private final CredentialStore credentials;
  private final Keyring keyring;

  DestroyCredential(
      Tenants tenants,
      Feed feed,
      ConnectionStore connections,
      CredentialStore credentials,
      Keyring keyring) {
    this.tenants = tenants;
    this.feed = feed;
    this.connections = connections;
    this.credentials = credentials;
    this.keyring = keyring;
  }

  public Uni<Void> destroy(UUID workspace, UUID connection, PlatformClient platform) {
    return feed.inTransaction(c -> connections.hasATwin(c, workspace, connection))
        .chain(
            inUse -> inUse ? Uni.createFrom().voidItem() : revoke(workspace, connection, platform))
        .onFailure()
        .invoke(failure ->
            LOG.warnf(
                "Connection %s could not be revoked at %s: %s",
                connection, platform.platform(), failure.getMessage()))
        .onFailure()
        .recoverWithNull()
        .chain(() ->
            tenants.inWorkspace(workspace, c -> credentials.destroy(c, workspace, connection)));
  }

  private Uni<Void> revoke(UUID workspace, UUID connection, PlatformClient platform) {
    return tenants
        .inWorkspace(workspace, c -> credentials.find(c, workspace, connection))
        .chain(kept ->
            kept.isEmpty()
                ? Uni.createFrom().voidItem()
                : platform.revoke(keyring.open(workspace, connection, kept.get().sealed())));
  }
}
