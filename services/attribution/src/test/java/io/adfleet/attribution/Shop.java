package io.adfleet.attribution;

import static io.restassured.RestAssured.given;

import io.adfleet.defaults.Role;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A shop of its own workspace, with a key to the pixel door. */
public final class Shop {

  public final UUID workspace = UUID.randomUUID();
  public final String key;
  public final String keyId;

  public Shop(String... origins) {
    var made =
        as(Role.ADMIN)
            .contentType("application/json")
            .body(java.util.Map.of("name", "Shop", "origins", List.of(origins)))
            .post(path("/pixel-keys"))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    key = made.getString("key");
    keyId = made.getString("id");
  }

  public String path(String rest) {
    return "/api/workspaces/" + workspace + rest;
  }

  public RequestSpecification as(Role role) {
    return given()
        .auth()
        .oauth2(Tokens.internal("attribution", UUID.randomUUID(), workspace, role));
  }

  /** An event of a page view with consent. */
  public static String event(String id) {
    return event(id, "page_view", "2026-11-22T09:45:00Z");
  }

  public static String event(String id, String type, String at) {
    return """
    {"event_id":"%s","type":"%s","occurred_at":"%s","visitor_id":"v1",
     "url":"https://shop.example/a?utm_source=google&email=a@b.c&gclid=G1",
     "referrer":"https://www.google.com/search?q=secret","consent":{"analytics":true}}
    """
        .formatted(id, type, at);
  }

  public String batch(List<String> events) {
    return events.stream()
        .collect(Collectors.joining(",", "{\"key\":\"" + key + "\",\"events\":[", "]}"));
  }

  public ValidatableResponse send(String... events) {
    return sendBody(batch(List.of(events)));
  }

  public static ValidatableResponse sendBody(String body) {
    return given().contentType("application/json").body(body).post("/v1/pixel-events").then();
  }

  /** One column of the workspace's events, in the order of their ids. */
  public List<String> stored(String column) {
    List<String> all = new ArrayList<>();
    try (Connection connection = RealParts.current().connect("postgres");
        PreparedStatement select =
            connection.prepareStatement(
                "select "
                    + column
                    + " from pixel_event where workspace_id = ? order by event_id")) {
      select.setObject(1, workspace);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }
}
