package io.adfleet.local.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The services that call others, and as whom: their clients in Keycloak's realm. */
public enum ServiceClient {
  INGEST_GOOGLE("ingest-google"),
  INGEST_META("ingest-meta"),
  COPILOT("copilot");

  private final String service;

  ServiceClient(String service) {
    this.service = service;
  }

  /** The client of a service; empty for one that only answers. */
  public static Optional<ServiceClient> of(String service) {
    return Arrays.stream(values()).filter(client -> client.service.equals(service)).findFirst();
  }

  /** The name of its secret in the realm file. */
  public String secretName() {
    return name() + "_CLIENT_SECRET";
  }

  public String secret(Secrets secrets) {
    return secrets.random(secretName(), 24);
  }

  /** What the service is told about itself. */
  public Map<String, String> environment(Secrets secrets) {
    return Map.of(
        "SERVICE_CLIENT_ID", "adfleet-" + service, "SERVICE_CLIENT_SECRET", secret(secrets));
  }
}
