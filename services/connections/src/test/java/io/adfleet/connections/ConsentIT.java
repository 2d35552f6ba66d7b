package io.adfleet.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.Tokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class ConsentIT {

  @Inject FakeClock clock;

  private final Person person = Person.somebody();

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void asksForAnOfflineConsentWithProofKey() {
    Map<String, String> asked = Person.query(person.authorize());
    assertThat(asked)
        .containsEntry("redirect_uri", "http://fleet.test/oauth/google/callback")
        .containsEntry("scope", "https://www.googleapis.com/auth/adwords")
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "consent")
        .containsEntry("code_challenge_method", "S256");
    assertThat(asked.get("code_challenge")).hasSize(43);
  }

  @Test
  void aConsentMakesAPendingConnectionThatSaysWhatToDo() {
    UUID connection = person.connect();
    person
        .as(Role.VIEWER)
        .get(person.path("/connections"))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(connection.toString()))
        .body("items[0].platform", equalTo("google"))
        .body("items[0].state", equalTo("pending"))
        .body("items[0].sentence", containsString("Choose"))
        .body("items[0].accounts", equalTo(0))
        .body("items[0].last_sync", nullValue())
        .body("next_cursor", nullValue());
  }

  @Test
  void aStateCountsOnce() {
    Map<String, String> back = Person.consent(person.authorize());
    person.comeBack(back).then().statusCode(303);
    person
        .comeBack(back)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", endsWith("oauth_state_used"));
  }

  @Test
  void anotherBrowserOrPersonCannotUseAState() {
    Map<String, String> back = Person.consent(person.authorize());
    person
        .inAnotherBrowser()
        .comeBack(back)
        .then()
        .statusCode(403)
        .body("type", endsWith("oauth_state_foreign"));
    new Person(person.workspace(), UUID.randomUUID(), person.session())
        .comeBack(back)
        .then()
        .statusCode(403);
    person.comeBack(back).then().statusCode(303);
  }

  @Test
  void aStateEndsAfterTenMinutes() {
    Map<String, String> back = Person.consent(person.authorize());
    clock.set(Instant.now().plus(Duration.ofMinutes(11)));
    person
        .comeBack(back)
        .then()
        .statusCode(400)
        .body("type", endsWith("oauth_state_invalid"))
        .body("detail", containsString("ten minutes"));
  }

  @Test
  void aForgedOrMissingStateIsRefused() {
    Map<String, String> back = new HashMap<>(Person.consent(person.authorize()));
    back.put("state", "A" + back.get("state").substring(1) + "A");
    person.comeBack(back).then().statusCode(400);
    back.remove("state");
    person.comeBack(back).then().statusCode(400);
  }

  @Test
  void whoeverDeniesIsToldSo() {
    Map<String, String> denied = new HashMap<>(Person.consent(person.authorize()));
    denied.remove("code");
    denied.put("error", "access_denied");
    String home = person.comeBack(denied).then().statusCode(303).extract().header("Location");
    assertThat(home).isEqualTo("/?workspace=" + person.workspace() + "&error=consent_denied");
  }

  @Test
  void aCodeThatGoogleDoesNotKnowMakesNoConnection() {
    Map<String, String> back = new HashMap<>(Person.consent(person.authorize()));
    back.put("code", "made-up");
    String home = person.comeBack(back).then().statusCode(303).extract().header("Location");
    assertThat(home).endsWith("&error=exchange_failed");
    person.as(Role.VIEWER).get(person.path("/connections")).then().body("items", hasSize(0));
  }

  @Test
  void consentingAgainRenewsTheSameConnection() {
    assertThat(person.connect()).isEqualTo(person.connect());
  }

  @Test
  void anApiTokenCannotConsentAndAnAnalystMayNotConnect() {
    given()
        .auth()
        .oauth2(Tokens.internal("connections", person.user(), person.workspace(), Role.ADMIN))
        .post(person.path("/connections/google/authorize"))
        .then()
        .statusCode(403)
        .body("type", endsWith("browser_session_required"));
    person
        .as(Role.ANALYST)
        .post(person.path("/connections/google/authorize"))
        .then()
        .statusCode(403)
        .body("detail", containsString("admin"));
    person
        .as(Role.ADMIN)
        .post(person.path("/connections/myspace/authorize"))
        .then()
        .statusCode(404);
  }

  @Test
  void theDatabaseHoldsNoTokenInTheClear() throws SQLException {
    UUID connection = person.connect();
    try (var superuser = RealParts.current().connect("postgres");
        var query =
            superuser.prepareStatement(
                "select sealed, key_id, octet_length(nonce) as nonce"
                    + " from credential where connection_id = ?")) {
      query.setObject(1, connection);
      var rows = query.executeQuery();
      assertThat(rows.next()).isTrue();
      assertThat(new String(rows.getBytes("sealed"), StandardCharsets.ISO_8859_1))
          .isNotEmpty()
          .doesNotContain("1//0");
      assertThat(rows.getInt("nonce")).isEqualTo(12);
      assertThat(rows.getString("key_id")).hasSize(8);
    }
  }
}
