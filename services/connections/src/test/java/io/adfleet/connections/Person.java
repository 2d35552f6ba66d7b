package io.adfleet.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.defaults.Role;
import io.adfleet.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Someone with a browser and a workspace of their own. */
record Person(UUID workspace, UUID user, String session) {

  static Person somebody() {
    return new Person(UUID.randomUUID(), UUID.randomUUID(), "session-" + UUID.randomUUID());
  }

  Person inAnotherBrowser() {
    return new Person(workspace, user, "session-" + UUID.randomUUID());
  }

  RequestSpecification as(Role role) {
    return given()
        .auth()
        .oauth2(Tokens.internal("connections", user, workspace, role, session))
        .contentType(ContentType.JSON);
  }

  String path(String rest) {
    return "/api/workspaces/" + workspace + rest;
  }

  String authorize() {
    return authorize("google");
  }

  String authorize(String platform) {
    return as(Role.ADMIN)
        .post(path("/connections/" + platform + "/authorize"))
        .then()
        .statusCode(200)
        .extract()
        .path("authorize_url");
  }

  /** Presses the sandbox's button; what the platform sends the browser back with. */
  static Map<String, String> consent(String authorizeUrl) {
    String location =
        given()
            .redirects()
            .follow(false)
            .urlEncodingEnabled(false)
            .contentType(ContentType.URLENC)
            .post(URI.create(authorizeUrl))
            .then()
            .extract()
            .header("Location");
    assertThat(location).matches("http://fleet\\.test/oauth/(google|meta)/callback\\?.*");
    return query(location);
  }

  Response comeBack(Map<String, String> with) {
    return comeBack("google", with);
  }

  Response comeBack(String platform, Map<String, String> with) {
    return given()
        .auth()
        .oauth2(Tokens.internal("connections", user, null, null, session))
        .redirects()
        .follow(false)
        .queryParams(with)
        .get("/oauth/" + platform + "/callback");
  }

  /** The whole way; the connection. */
  UUID connect() {
    return connectTo("google");
  }

  UUID connectTo(String platform) {
    String home =
        comeBack(platform, consent(authorize(platform)))
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    assertThat(home)
        .startsWith("/?workspace=" + workspace + "&connection=")
        .doesNotContain("error");
    return UUID.fromString(query(home).get("connection"));
  }

  /** Connects these accounts too. */
  UUID connect(String... accounts) {
    UUID connection = connect();
    choose(connection, accounts).then().statusCode(200);
    return connection;
  }

  Response choose(UUID connection, String... accounts) {
    return as(Role.ADMIN)
        .body(Map.of("account_ids", List.of(accounts)))
        .post(path("/connections/" + connection + "/accounts"));
  }

  Response sync(UUID connection) {
    return as(Role.ANALYST).post(path("/connections/" + connection + "/sync"));
  }

  static Map<String, String> query(String url) {
    Map<String, String> query = new HashMap<>();
    for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
