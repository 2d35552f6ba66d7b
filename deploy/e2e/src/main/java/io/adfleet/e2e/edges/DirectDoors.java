package io.adfleet.e2e.edges;

import io.adfleet.e2e.fleet.Fleet;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The services' own ports, past the gateway. */
final class DirectDoors {

  private final Fleet fleet;
  private final Web web;
  private final Claims claims;

  DirectDoors(Fleet fleet, Web web, Claims claims) {
    this.fleet = fleet;
    this.web = web;
    this.claims = claims;
  }

  void check(String workspace, String apiToken) {
    claims.group("a service's port, past the gateway");
    String tenant = "/api/workspaces/" + workspace;
    Map<String, String> doors = new LinkedHashMap<>();
    doors.put(
        "dashboard-query", fleet.dashboardQuery() + tenant + "/dashboard/unified?timeframe=today");
    doors.put(
        "dashboard-query campaigns",
        fleet.dashboardQuery() + tenant + "/campaigns?start=2026-01-01&end=2026-01-01");
    doors.put(
        "snapshot-store",
        fleet.snapshotStore()
            + tenant
            + "/entities/"
            + UUID.randomUUID()
            + "/history?date=2026-01-01");
    doors.put("connections", fleet.connections() + tenant + "/connections");
    doors.put("connections jobs", fleet.connections() + tenant + "/jobs");
    doors.put("connections fleet", fleet.connections() + "/api/fleet");
    String keycloak = serviceToken();
    doors.forEach((name, door) -> {
      refused(name + " without a token", web.get(door));
      refused(name + " with an API token", bearer(door, apiToken));
      refused(name + " with a token signed by nobody", bearer(door, unsigned(workspace)));
      refused(name + " with a service's token of Keycloak", bearer(door, keycloak));
    });
    String accessTokens = fleet.connections() + "/internal/access-tokens";
    String body =
        "{\"workspace_id\":\"%s\",\"connection_id\":\"%s\"}"
            .formatted(workspace, UUID.randomUUID());
    refused("access tokens without a token", json(accessTokens, body));
    refused(
        "access tokens with an API token",
        json(accessTokens, body, "Authorization", "Bearer " + apiToken));
    Answer known = json(accessTokens, body, "Authorization", "Bearer " + keycloak);
    claims.that(
        "access tokens of an unknown connection for ingest-google: 404",
        known.isProblem(404),
        known);
    claims.skip(
        "a token of the gateway for another audience",
        "none leaves the fleet; the services' own tests mint them");
  }

  private void refused(String claim, Answer answer) {
    claims.that(claim + ": 401", answer.isProblem(401), answer);
  }

  private Answer bearer(String url, String token) {
    return web.get(url, "Authorization", "Bearer " + token);
  }

  private Answer json(String url, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    return web.post(url, body, all);
  }

  /** What ingest-google gets from Keycloak for itself. */
  private String serviceToken() {
    return web.post(
            fleet.keycloak() + "/realms/adfleet/protocol/openid-connect/token",
            "grant_type=client_credentials&client_id=adfleet-ingest-google&client_secret="
                + fleet.secret("INGEST_GOOGLE_CLIENT_SECRET", ""),
            "Content-Type",
            "application/x-www-form-urlencoded")
        .json()
        .path("access_token")
        .asText();
  }

  /** Claims of an owner, with the algorithm that needs no signature. */
  private static String unsigned(String workspace) {
    String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
    String claims =
        """
        {"iss":"adfleet-gateway","aud":"dashboard-query","sub":"%s","workspace":"%s",
        "groups":["owner"],"exp":4102444800,"iat":1700000000}
        """
            .formatted(UUID.randomUUID(), workspace);
    return base64(header) + "." + base64(claims) + ".";
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
