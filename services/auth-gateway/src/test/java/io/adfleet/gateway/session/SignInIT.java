package io.adfleet.gateway.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session from its start to its end, wherever it is ended. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class SignInIT {

  @Inject People people;

  @Test
  void theSessionIsSealedAndItsCookieUnknownToTheDatabase() throws SQLException {
    String cookie = people.somebodyNew();
    assertThat(people.idToken(cookie)).hasValue("header.payload.signature");
    try (var connection = RealParts.current().connect("postgres");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select encode(key, 'hex'), sealed_id_token from login_session")) {
      while (rows.next()) {
        assertThat(rows.getString(1)).hasSize(64);
        assertThat(new String(rows.getBytes(2), StandardCharsets.ISO_8859_1))
            .doesNotContain("payload");
      }
    }
  }

  @Test
  void keycloakEndsASessionThroughTheBackChannel() {
    String subject = UUID.randomUUID().toString();
    String cookie = people.signIn(subject, subject + "@adfleet.test", "sid-" + subject);
    String another = people.signIn(subject, subject + "@adfleet.test", "another-" + subject);
    Asking.browser(cookie).get("/api/me").then().statusCode(200);
    for (String forged :
        List.of(
            "forged",
            Tokens.logout("another-client", "sid-" + subject),
            Tokens.service("adfleet-gateway"))) {
      logout(forged).statusCode(400);
    }
    Asking.browser(cookie).get("/api/me").then().statusCode(200);

    logout(Tokens.logout("adfleet-gateway", "sid-" + subject))
        .statusCode(200)
        .header("Cache-Control", "no-store");
    Asking.browser(cookie).get("/api/me").then().statusCode(401);
    Asking.browser(another).get("/api/me").then().statusCode(200);
  }

  @Test
  void withoutKeycloakOnlySigningInHasToWait() {
    given()
        .redirects()
        .follow(false)
        .get("/auth/login")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "5")
        .body("detail", containsString("Keycloak"));
    given().redirects().follow(false).get("/auth/logout").then().statusCode(303);
    Asking.browser(people.somebodyNew()).get("/api/me").then().statusCode(200);
  }

  private static ValidatableResponse logout(String token) {
    return given().formParam("logout_token", token).post("/auth/backchannel-logout").then();
  }
}
