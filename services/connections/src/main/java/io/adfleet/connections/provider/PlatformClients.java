package io.adfleet.connections.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** The platforms this fleet speaks to. */
@ApplicationScoped
public class PlatformClients {

  private final Instance<PlatformClient> clients;

  PlatformClients(@Any Instance<PlatformClient> clients) {
    this.clients = clients;
  }

  /** The client of a platform, if there is one. */
  public Optional<PlatformClient> find(String platform) {
    return clients.stream().filter(client -> client.platform().equals(platform)).findFirst();
  }

  /** The client of a platform a connection exists for. */
  public PlatformClient of(String platform) {
    return find(platform)
        .orElseThrow(() -> new IllegalStateException("no client for platform " + platform));
  }
}
