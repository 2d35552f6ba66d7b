package io.adfleet.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.adfleet.contracts.Json;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Requests as a signed-in browser makes them, and what most tests need first. */
public final class Asking {

  public static final String WORKSPACE =
      """
      {"name": "Berlin Bikes", "currency": "EUR", "zone": "Europe/Berlin"}
      """;

  private Asking() {}

  /** A write from the page of somebody signed in. */
  public static RequestSpecification browser(String cookie) {
    return given()
        .cookie("q_session", cookie)
        .header("X-Adfleet-Request", "1")
        .contentType(ContentType.JSON);
  }

  /** The id of a new workspace. */
  public static String workspace(String cookie) {
    return browser(cookie)
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The address somebody signed in with. */
  public static String address(String cookie) {
    return browser(cookie).get("/api/me").then().statusCode(200).extract().path("user.email");
  }

  /** Gives somebody who has signed in a role in a workspace of the owner's. */
  public static void join(String owner, String workspace, String cookie, String role) {
    byte[] wanted = Json.bytes(Map.of("email", address(cookie), "role", role));
    browser(owner)
        .body(new String(wanted, StandardCharsets.UTF_8))
        .post("/api/workspaces/{w}/members", workspace)
        .then()
        .statusCode(200)
        .body("role", equalTo(role));
  }

  /** A new API token, as it is answered. */
  public static JsonPath token(String cookie, String workspace, String role) {
    byte[] wanted = Json.bytes(Map.of("workspace_id", workspace, "name", "a script", "role", role));
    return browser(cookie)
        .body(new String(wanted, StandardCharsets.UTF_8))
        .post("/api/tokens")
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .extract()
        .jsonPath();
  }
}
