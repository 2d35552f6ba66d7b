package io.adfleet.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adfleet.contracts.Json;
import io.adfleet.local.Trouble;
import io.adfleet.local.settings.Ports;
import io.adfleet.local.settings.Secrets;
import io.adfleet.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Keycloak's own administrator, who exists only on this machine. */
final class KeycloakAdmin {

  static final String USER = "admin";

  private static final String CLIENT = "adfleet-gateway";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final String password;

  KeycloakAdmin(Settings settings) {
    this.url = Ports.http(settings.ports().keycloak());
    this.password = password(settings.secrets());
  }

  static String password(Secrets secrets) {
    return secrets.random("KEYCLOAK_ADMIN_PASSWORD", 16);
  }

  /** Where the gateway is told that somebody signed out at Keycloak. */
  static String logoutUrl(String gateway) {
    return gateway + "/auth/backchannel-logout";
  }

  /** Lets people come back from sign-in to another address, and sign-outs be told there. */
  void moveGateway(String publicUrl) {
    String token = token();
    String clients = url + "/admin/realms/adfleet/clients";
    JsonNode found = ask(authorized(clients + "?clientId=" + CLIENT, token).GET());
    ObjectNode client = (ObjectNode) found.get(0);
    client.put("rootUrl", publicUrl);
    client.putArray("redirectUris").add(publicUrl + "/auth/callback");
    client
        .withObject("attributes")
        .put("post.logout.redirect.uris", publicUrl + "/")
        .put("backchannel.logout.url", logoutUrl(publicUrl))
        .put("backchannel.logout.session.required", "true");
    ask(
        authorized(clients + "/" + client.get("id").asText(), token)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(client.toString())));
  }

  /** Adds the realm's clients that aren't there yet. */
  void addClients(String realm) {
    try {
      ObjectNode added = Json.mapper().createObjectNode();
      added.put("ifResourceExists", "SKIP");
      added.set("clients", Json.mapper().readTree(realm).path("clients"));
      ask(
          authorized(url + "/admin/realms/adfleet/partialImport", token())
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(added.toString())));
    } catch (IOException e) {
      throw new Trouble("The realm file is not JSON: " + e.getMessage(), e);
    }
  }

  private String token() {
    String form =
        "grant_type=password&client_id=admin-cli&username="
            + USER
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    return ask(HttpRequest.newBuilder(
                URI.create(url + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)))
        .path("access_token")
        .asText();
  }

  private static HttpRequest.Builder authorized(String address, String token) {
    return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
  }

  private JsonNode ask(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(
              request.timeout(Duration.ofSeconds(30)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Trouble("Keycloak refuses its administrator: " + answer.statusCode() + ".");
      }
      return Json.mapper().readTree(answer.body());
    } catch (IOException e) {
      throw new Trouble("Keycloak does not answer its administrator: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while asking Keycloak.", e);
    }
  }
}
