package io.adfleet.defaults;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this process is called. */
@ApplicationScoped
public class Process {

  private final String service;
  private final String version;
  private final String instance;
  private final int port;

  Process(
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "quarkus.application.version") String version,
      @ConfigProperty(name = "adfleet.instance") String instance,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.service = service;
    this.version = version;
    this.instance = service + "-" + instance;
    this.port = port;
  }

  public String service() {
    return service;
  }

  public String version() {
    return version;
  }

  /** Unique among the replicas of the service. */
  public String instance() {
    return instance;
  }

  public int port() {
    return port;
  }
}
