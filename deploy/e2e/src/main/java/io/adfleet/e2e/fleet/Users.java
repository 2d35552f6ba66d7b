package io.adfleet.e2e.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Keycloak's list of people, kept by its own administrator, who exists only on this machine. */
public final class Users {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Fleet fleet;

  public Users(Fleet fleet) {
    this.fleet = fleet;
  }

  /** Makes a person with that password, or gives it to the one there is. */
  public void ensure(String email, String password) {
    String users = fleet.keycloak() + "/admin/realms/adfleet/users";
    String token = token();
    Map<String, Object> credential =
        Map.of("type", "password", "value", password, "temporary", false);
    HttpResponse<String> made =
        Person.send(
            http,
            json(users, token)
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        Json.bytes(
                            Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "emailVerified",
                                true,
                                "enabled",
                                true,
                                "firstName",
                                "End",
                                "lastName",
                                "To-End",
                                "credentials",
                                List.of(credential))))));
    if (made.statusCode() == 409) {
      JsonNode found =
          Person.json(
              Person.send(http, json(users + "?exact=true&username=" + email, token).GET()), 200);
      String id = found.get(0).get("id").asText();
      made =
          Person.send(
              http,
              json(users + "/" + id + "/reset-password", token)
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(credential))));
    }
    if (made.statusCode() >= 300) {
      throw new E2eException(
          "Keycloak does not take " + email + ": " + made.statusCode() + " " + made.body());
    }
  }

  private String token() {
    return Person.json(
            Person.send(
                http,
                HttpRequest.newBuilder(
                        URI.create(
                            fleet.keycloak() + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            Person.form(
                                Map.of(
                                    "grant_type", "password",
                                    "client_id", "admin-cli",
                                    "username", "admin",
                                    "password", fleet.secret("KEYCLOAK_ADMIN_PASSWORD", "")))))),
            200)
        .get("access_token")
        .asText();
  }

  private static HttpRequest.Builder json(String address, String token) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }
}
