package io.adfleet.local.services;

import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Secrets;
import io.adfleet.local.settings.ServiceClient;
import io.adfleet.local.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a service is told: addresses, passwords and keys of this fleet. */
public final class ServiceEnvironment {

  /** The platforms' side of the OAuth clients; the sandbox knows no other. */
  private static final String PLATFORM_CLIENT = "adfleet-local";

  private static final String PLATFORM_SECRET = "adfleet-local-secret";

  private final Settings settings;
  private final Ports ports;
  private final Secrets secrets;

  public ServiceEnvironment(Settings settings) {
    this.settings = settings;
    this.ports = settings.ports();
    this.secrets = settings.secrets();
  }

  /** The variables of one service with their values. */
  public Map<String, String> of(ServiceKind service) {
    Map<String, String> told = new HashMap<>();
    for (String name : leftToWhoStarts(service)) {
      if (!settings.told(name).isEmpty()) {
        told.put(name, settings.told(name));
      }
    }
    told.putAll(common(service));
    switch (service) {
      case AUTH_GATEWAY -> told.putAll(gateway());
      case CONNECTIONS -> told.putAll(connections());
      case INGEST_GOOGLE -> {
        told.putAll(googleAds());
        told.put("CONNECTIONS_URL", url(ServiceKind.CONNECTIONS));
      }
      case INGEST_META -> {
        told.putAll(meta());
        told.put("CONNECTIONS_URL", url(ServiceKind.CONNECTIONS));
      }
      case COPILOT -> told.put("DASHBOARD_QUERY_URL", url(ServiceKind.DASHBOARD_QUERY));
      case SNAPSHOT_STORE, DASHBOARD_QUERY, ATTRIBUTION -> {
        // What every service is told is enough.
      }
    }
    ServiceClient.of(service.serviceName())
        .ifPresent(client -> told.putAll(client.environment(secrets)));
    return told;
  }

  /** The settings that this fleet has no opinion about. */
  private static Set<String> leftToWhoStarts(ServiceKind service) {
    Set<String> names = new TreeSet<>(Set.of("ADFLEET_LOG_JSON"));
    names.addAll(
        switch (service) {
          case AUTH_GATEWAY ->
              Set.of(
                  "CORS_ORIGINS",
                  "RATE_LIMIT_ADDRESS",
                  "RATE_LIMIT_CALLER",
                  "TRUST_PROXY",
                  "TRUSTED_PROXIES");
          case CONNECTIONS -> Set.of("ENCRYPTION_KEYS_OLD", "SCHEDULE_EVERY");
          case INGEST_GOOGLE -> Set.of("ADFLEET_GOOGLE_DAILY_OPERATIONS", "ADFLEET_GOOGLE_WORKERS");
          case INGEST_META -> Set.of("ADFLEET_META_WORKERS");
          case ATTRIBUTION -> Set.of("ADFLEET_PIXEL_EVENTS_PER_MINUTE", "ADFLEET_PIXEL_RETENTION");
          case COPILOT -> Set.of("ANTHROPIC_API_KEY", "MODEL_NAME", "MODEL_URL");
          case SNAPSHOT_STORE, DASHBOARD_QUERY -> Set.of();
        });
    return names;
  }

  private Map<String, String> common(ServiceKind service) {
    String database = service.database();
    Map<String, String> told = new HashMap<>();
    told.put("ADFLEET_MODE", "local");
    told.put("HTTP_HOST", "127.0.0.1");
    told.put("PORT", Integer.toString(service.port(ports)));
    told.put("MANAGEMENT_PORT", Integer.toString(service.managementPort(ports)));
    told.put("DATABASE_URL", "postgresql://127.0.0.1:" + ports.postgres() + "/" + database);
    told.put("DATABASE_APP_USER", database + "_app");
    told.put("DATABASE_APP_PASSWORD", secrets.role(database + "_app"));
    told.put("DATABASE_FEED_USER", database + "_feed");
    told.put("DATABASE_FEED_PASSWORD", secrets.role(database + "_feed"));
    told.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
    told.put("ADFLEET_INSTANCE", "0");
    told.put("GATEWAY_URL", Ports.http(ports.base()));
    told.put("KEYCLOAK_URL", Ports.http(ports.keycloak()));
    if (!settings.clockOffset().isZero()) {
      told.put("ADFLEET_CLOCK_OFFSET", settings.clockOffset().toString());
    }
    return told;
  }

  private Map<String, String> gateway() {
    return Map.of(
        "PUBLIC_URL", settings.publicUrl(),
        "CONNECTIONS_URL", url(ServiceKind.CONNECTIONS),
        "SNAPSHOT_STORE_URL", url(ServiceKind.SNAPSHOT_STORE),
        "DASHBOARD_QUERY_URL", url(ServiceKind.DASHBOARD_QUERY),
        "ATTRIBUTION_URL", url(ServiceKind.ATTRIBUTION),
        "COPILOT_URL", url(ServiceKind.COPILOT),
        "KEYCLOAK_CLIENT_SECRET", secrets.random("KEYCLOAK_CLIENT_SECRET", 24),
        "ENCRYPTION_KEY", secrets.random("GATEWAY_ENCRYPTION_KEY", 32),
        "SESSION_STATE_SECRET", secrets.random("SESSION_STATE_SECRET", 16));
  }

  private Map<String, String> connections() {
    String sandbox = Ports.http(ports.sandbox());
    Map<String, String> told = new HashMap<>(googleAds());
    told.put("ENCRYPTION_KEY", secrets.random("CONNECTIONS_ENCRYPTION_KEY", 32));
    told.put("PUBLIC_URL", settings.publicUrl());
    told.put("GOOGLE_CLIENT_ID", PLATFORM_CLIENT);
    told.put("GOOGLE_CLIENT_SECRET", PLATFORM_SECRET);
    told.put("GOOGLE_OAUTH_AUTHORIZE_URL", sandbox + "/o/oauth2/v2/auth");
    told.put("GOOGLE_OAUTH_TOKEN_URL", sandbox + "/token");
    told.put("GOOGLE_OAUTH_REVOKE_URL", sandbox + "/revoke");
    told.put("META_OAUTH_DIALOG_URL", sandbox + "/v24.0/dialog/oauth");
    told.putAll(meta());
    return told;
  }

  private Map<String, String> meta() {
    return Map.of(
        "META_GRAPH_URL", Ports.http(ports.sandbox()),
        "META_APP_ID", PLATFORM_CLIENT,
        "META_APP_SECRET", PLATFORM_SECRET);
  }

  private Map<String, String> googleAds() {
    return Map.of(
        "GOOGLE_ADS_ENDPOINT",
        "127.0.0.1:" + ports.sandboxGrpc(),
        "GOOGLE_ADS_DEVELOPER_TOKEN",
        "local-developer-token");
  }

  private String url(ServiceKind service) {
    return Ports.http(service.port(ports));
  }
}
