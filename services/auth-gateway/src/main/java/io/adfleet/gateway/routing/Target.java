package io.adfleet.gateway.routing;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path; the list is the whole routing table. */
enum Target {
  CONNECTIONS(
      "connections",
      "/api/workspaces/[^/]+/(?:connections|jobs)(?:/.*)?|/api/fleet|/oauth/[a-z]+/callback"),
  DASHBOARD_QUERY(
      "dashboard-query",
      "/api/workspaces/[^/]+/(?:dashboard|campaigns|reconciliation|query)(?:/.*)?"),
  SNAPSHOT_STORE("snapshot-store", "/api/workspaces/[^/]+/entities/.*"),
  ATTRIBUTION(
      "attribution", "/api/workspaces/[^/]+/(?:attribution|pixel-keys)(?:/.*)?|/v1/pixel-events"),
  COPILOT("copilot", "/api/workspaces/[^/]+/copilot/.*");

  private final String audience;
  private final Pattern paths;

  Target(String audience, String paths) {
    this.audience = audience;
    this.paths = Pattern.compile(paths);
  }

  /** The service's name, for which the internal credential is made out. */
  String audience() {
    return audience;
  }

  /** The service that answers a path; empty for the gateway's own. */
  static Optional<Target> of(String path) {
    for (Target target : values()) {
      if (target.paths.matcher(path).matches()) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
