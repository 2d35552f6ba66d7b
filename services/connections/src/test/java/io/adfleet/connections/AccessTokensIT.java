package io.adfleet.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.adfleet.contracts.AccountState;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.Tokens;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class AccessTokensIT {

  private static final String INGEST = "adfleet-ingest-google";
  private static final String BIKES = "2000000001";

  @Inject FakeClock clock;

  private final Person person = Person.somebody();

  @AfterEach
  void realTime() {
    clock.release();
  }

  @Test
  void onlyIngestGetsAccessTokensAndNeverARefreshToken() {
    UUID connection = person.connect(BIKES);
    given()
        .contentType(ContentType.JSON)
        .body(body(connection))
        .post("/internal/access-tokens")
        .then()
        .statusCode(401);
    ask(Tokens.internal("connections", person.user(), person.workspace(), Role.OWNER), connection)
        .statusCode(401);
    ask(Tokens.service("adfleet-gateway"), connection).statusCode(403);
    ask(Tokens.service(INGEST), connection)
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("access_token", startsWith("ya29."))
        .body("refresh_token", nullValue())
        .body("$", not(hasItem("refresh_token")));
  }

  @Test
  void anotherWorkspaceOrAnUnknownConnectionIsNotFound() {
    UUID connection = person.connect(BIKES);
    given()
        .auth()
        .oauth2(Tokens.service(INGEST))
        .contentType(ContentType.JSON)
        .body(Map.of("workspace_id", UUID.randomUUID(), "connection_id", connection))
        .post("/internal/access-tokens")
        .then()
        .statusCode(404);
    ask(Tokens.service(INGEST), UUID.randomUUID()).statusCode(404);
    given()
        .auth()
        .oauth2(Tokens.service(INGEST))
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/internal/access-tokens")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("workspace_id"));
  }

  @Test
  void aTokenIsHandedOutAgainUntilShortlyBeforeItEnds() {
    UUID connection = person.connect(BIKES);
    String first = token(connection);
    assertThat(token(connection)).isEqualTo(first);
    clock.set(Instant.now().plus(Duration.ofMinutes(50)));
    assertThat(token(connection)).isEqualTo(first);
    clock.set(Instant.now().plus(Duration.ofMinutes(56)));
    assertThat(token(connection)).isNotEqualTo(first);
  }

  @Test
  void manyAtOnceAreOneRefresh() throws Exception {
    UUID connection = person.connect(BIKES);
    List<Callable<String>> callers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      callers.add(() -> token(connection));
    }
    try (var threads = Executors.newFixedThreadPool(12)) {
      List<String> tokens = new ArrayList<>();
      for (Future<String> answer : threads.invokeAll(callers)) {
        tokens.add(answer.get());
      }
      assertThat(tokens.stream().distinct()).hasSize(1);
    }
  }

  @Test
  void aRevokedConsentIsSaidOnceAndHealedByConsentingAgain() {
    UUID connection = person.connect(BIKES);
    assertThat(token(connection)).isNotEmpty();
    revokeAtGoogle();
    clock.set(Instant.now().plus(Duration.ofHours(2)));
    ask(Tokens.service(INGEST), connection).statusCode(409).body("type", endsWith("needs_reauth"));
    ask(Tokens.service(INGEST), connection).statusCode(409);
    connections()
        .body("items[0].state", equalTo("needs_reauth"))
        .body("items[0].sentence", containsString("Authorize the connection again"))
        .body("items[0].next_sync", nullValue());
    assertThat(awaitSaid("needs_reauth").sentence()).contains("Authorize");
    person.sync(connection).then().statusCode(409).body("type", endsWith("needs_reauth"));
    person.choose(connection, BIKES).then().statusCode(409);

    clock.set(Instant.now().plus(Duration.ofHours(2)).plusSeconds(5));
    assertThat(person.connect()).isEqualTo(connection);
    connections()
        .body("items[0].state", equalTo("active"))
        .body("items[0].sentence", nullValue())
        .body("items[0].accounts", equalTo(1));
    assertThat(token(connection)).startsWith("ya29.");
    person
        .as(Role.VIEWER)
        .get(person.path("/jobs?connection=" + connection))
        .then()
        .body("items.kind", hasItem("now"));
  }

  @Test
  void noSecretIsLogged() {
    List<String> lines = new ArrayList<>();
    Handler listener =
        new Handler() {
          @Override
          public synchronized void publish(LogRecord record) {
            lines.add(
                record.getMessage()
                    + java.util.Arrays.toString(record.getParameters())
                    + record.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      UUID connection = person.connect(BIKES);
      token(connection);
      person.sync(connection).then().statusCode(202);
      revokeAtGoogle();
      clock.set(Instant.now().plus(Duration.ofHours(2)));
      ask(Tokens.service(INGEST), connection).statusCode(409);
      person.as(Role.ADMIN).delete(person.path("/connections/" + connection));
    } finally {
      root.removeHandler(listener);
    }
    assertThat(lines).isNotEmpty();
    assertThat(String.join("\n", lines))
        .doesNotContain("ya29.")
        .doesNotContain("1//0")
        .doesNotContain("adfleet-local-secret")
        .doesNotContain("local-developer-token")
        .doesNotContain(person.session());
  }

  private static void revokeAtGoogle() {
    given()
        .contentType(ContentType.JSON)
        .body(
            List.of(
                Map.of(
                    "platform", "google",
                    "account_id", "*",
                    "operation", "*",
                    "fault", "revoked_token")))
        .put(SandboxParts.http() + "/control/faults")
        .then()
        .statusCode(200);
  }

  private AccountState awaitSaid(String connectionState) {
    UUID account = Ids.accountId(person.workspace(), "google", BIKES);
    return TopicProbe.await(
            Topic.ACCOUNTS,
            AccountState.class,
            all ->
                all.stream()
                    .anyMatch(one ->
                        one.accountId().equals(account)
                            && one.connectionState().equals(connectionState)))
        .stream()
        .filter(
            one -> one.accountId().equals(account) && one.connectionState().equals(connectionState))
        .findFirst()
        .orElseThrow();
  }

  private ValidatableResponse connections() {
    return person.as(Role.VIEWER).get(person.path("/connections")).then().statusCode(200);
  }

  private String token(UUID connection) {
    return ask(Tokens.service(INGEST), connection).statusCode(200).extract().path("access_token");
  }

  private ValidatableResponse ask(String token, UUID connection) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body(connection))
        .post("/internal/access-tokens")
        .then();
  }

  private Map<String, UUID> body(UUID connection) {
    return Map.of("workspace_id", person.workspace(), "connection_id", connection);
  }
}
