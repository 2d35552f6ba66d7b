package io.adfleet.local.services;

import io.adfleet.local.settings.Ports;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Every service of this release, in the order in which they start. */
public enum ServiceKind {
  CONNECTIONS("connections", 1, "connections", 224),
  SNAPSHOT_STORE("snapshot-store", 4, "snapshots", 256),
  DASHBOARD_QUERY("dashboard-query", 5, "dashboard", 256),
  INGEST_GOOGLE("ingest-google", 2, "ingest_google", 256),
  INGEST_META("ingest-meta", 3, "ingest_meta", 256),
  ATTRIBUTION("attribution", 6, "attribution", 192),
  COPILOT("copilot", 7, "copilot", 192),
  AUTH_GATEWAY("auth-gateway", 0, "gateway", 224);

  private final String serviceName;
  private final int offset;
  private final String database;
  private final int heapMegabytes;

  ServiceKind(String serviceName, int offset, String database, int heapMegabytes) {
    this.serviceName = serviceName;
    this.offset = offset;
    this.database = database;
    this.heapMegabytes = heapMegabytes;
  }

  /** What users call it; also its folder. */
  public String serviceName() {
    return serviceName;
  }

  /** Its database and the beginning of its roles' names. */
  public String database() {
    return database;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  /** Whether somebody waits for its answers, so that their speed is worth a slower warm-up. */
  boolean answersPeople() {
    return this == AUTH_GATEWAY || this == DASHBOARD_QUERY;
  }

  /** Where it answers. */
  public int port(Ports ports) {
    return ports.base() + offset;
  }

  /** Where it tells its health and metrics. */
  public int managementPort(Ports ports) {
    return port(ports) + Ports.MANAGEMENT;
  }

  /** The names, for a sentence. */
  public static String names() {
    return Arrays.stream(values()).map(ServiceKind::serviceName).collect(Collectors.joining(", "));
  }

  static List<ServiceKind> all() {
    return List.of(values());
  }
}
