package io.adfleet.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.adfleet.contracts.Ids;
import io.adfleet.contracts.SyncRequested;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class MetaIT {

  private static final String INGEST = "adfleet-ingest-meta";
  private static final String TOYS = "6000000001";

  @Inject FakeClock clock;

  private final Person person = Person.somebody();

  @AfterEach
  void realTime() {
    clock.release();
    faults(List.of());
  }

  @Test
  void asksForAConsentWithProofKey() {
    Map<String, String> asked = Person.query(person.authorize("meta"));

    assertThat(asked)
        .containsEntry("client_id", "adfleet-local")
        .containsEntry("redirect_uri", "http://fleet.test/oauth/meta/callback")
        .containsEntry("response_type", "code")
        .containsEntry("scope", "ads_read,ads_management,business_management")
        .containsEntry("code_challenge_method", "S256");
    assertThat(asked.get("code_challenge")).hasSize(43);
  }

  @Test
  void aCodeMetaDoesNotKnowMakesNoConnection() {
    Map<String, String> back = new HashMap<>(Person.consent(person.authorize("meta")));
    back.put("code", "made-up");

    String home = person.comeBack("meta", back).then().statusCode(303).extract().header("Location");

    assertThat(home).endsWith("&error=exchange_failed");
  }

  @Test
  void listsTheAccountsBelowTheirBusinesses() {
    UUID connection = person.connectTo("meta");

    accounts(connection)
        .body("items", hasSize(4))
        .body("items.external_id", contains("5000000001", TOYS, "6000000002", "6000000003"))
        .body("items[0].manager", equalTo(true))
        .body("items[0].currency", nullValue())
        .body("items[1].parent_external_id", equalTo("5000000001"))
        .body("items[1].currency", equalTo("EUR"))
        .body("items[1].zone", equalTo("Europe/Berlin"))
        .body("items[1].state", equalTo("active"))
        .body("items[2].state", equalTo("disabled"))
        .body("items[3].parent_external_id", nullValue())
        .body("items[3].currency", equalTo("JPY"));
  }

  @Test
  void asksMetasIngestServiceForCampaignsAndAds() {
    connected();

    SyncRequested asked =
        TopicProbe.await(
                Topic.SYNC_REQUESTED_META,
                SyncRequested.class,
                all -> all.stream().anyMatch(this::isOurBackfill))
            .stream()
            .filter(this::isOurBackfill)
            .findFirst()
            .orElseThrow();

    assertThat(asked.externalId()).isEqualTo(TOYS);
    assertThat(asked.loginCustomerId()).isNull();
    assertThat(asked.accountId()).isEqualTo(Ids.accountId(person.workspace(), "meta", TOYS));
    assertThat(asked.wanted())
        .extracting(wanted -> wanted.report() + "/" + wanted.level())
        .containsExactly(
            "structure/account",
            "performance/campaign",
            "performance_hours/campaign",
            "performance/ad");
  }

  @Test
  void lendsATokenForAnHourAndOnlyToMetasIngestService() {
    UUID connection = connected();

    Instant ends =
        Instant.parse(
            ask(INGEST, connection)
                .statusCode(200)
                .body("access_token", startsWith("EAA"))
                .extract()
                .path("expires_at"));

    assertThat(ends).isBetween(Instant.now().plusSeconds(3_300), Instant.now().plusSeconds(3_610));
    ask("adfleet-ingest-google", connection).statusCode(404);
  }

  @Test
  void theTokenIsTradedForItsSuccessorAtHalfItsLife() {
    UUID connection = connected();
    String first = token(connection);
    assertThat(token(connection)).isEqualTo(first);

    clock.set(Instant.now().plus(Duration.ofDays(29)));
    assertThat(token(connection)).isEqualTo(first);
    clock.set(Instant.now().plus(Duration.ofDays(31)));
    String second = token(connection);

    assertThat(second).isNotEqualTo(first);
    clock.set(Instant.now().plus(Duration.ofDays(32)));
    assertThat(token(connection)).isEqualTo(second);
    clock.set(Instant.now().plus(Duration.ofDays(85)));
    assertThat(token(connection)).isNotEqualTo(second);
  }

  @Test
  void anEndedTokenNeedsThePersonAgain() {
    UUID connection = connected();
    clock.set(Instant.now().plus(Duration.ofDays(31)));
    faults(
        List.of(
            Map.of(
                "platform",
                "meta",
                "account_id",
                "*",
                "operation",
                "*",
                "fault",
                "revoked_token")));

    ask(INGEST, connection).statusCode(409);

    person
        .as(Role.VIEWER)
        .get(person.path("/connections"))
        .then()
        .body("items[0].state", equalTo("needs_reauth"));
    faults(List.of());
    assertThat(person.connectTo("meta")).isEqualTo(connection);
    ask(INGEST, connection).statusCode(200);
  }

  @Test
  void partingTakesTheConsentBackAtMeta() {
    UUID connection = connected();
    String token = token(connection);

    person.as(Role.ADMIN).delete(person.path("/connections/" + connection)).then().statusCode(204);

    me(token).statusCode(401).body("error.code", equalTo(190));
    ask(INGEST, connection).statusCode(404);
  }

  @Test
  void partingInOneWorkspaceLeavesTheSamePersonsOthersConnected() {
    Person elsewhere = new Person(UUID.randomUUID(), person.user(), person.session());
    UUID here = connected();
    UUID there = elsewhere.connectTo("meta");
    String first = token(here);

    person.as(Role.ADMIN).delete(person.path("/connections/" + here)).then().statusCode(204);

    ask(INGEST, here).statusCode(404);
    me(first).statusCode(200);
    String second = ask(elsewhere, INGEST, there).statusCode(200).extract().path("access_token");
    elsewhere.as(Role.ADMIN).delete(elsewhere.path("/connections/" + there)).then().statusCode(204);
    me(second).statusCode(401);
  }

  private static ValidatableResponse me(String token) {
    return given()
        .header("Authorization", "Bearer " + token)
        .get(SandboxParts.http() + "/v24.0/me")
        .then();
  }

  private UUID connected() {
    UUID connection = person.connectTo("meta");
    person.choose(connection, TOYS).then().statusCode(200);
    return connection;
  }

  private boolean isOurBackfill(SyncRequested asked) {
    return asked.workspaceId().equals(person.workspace()) && asked.kind().equals("backfill");
  }

  private ValidatableResponse accounts(UUID connection) {
    return person
        .as(Role.VIEWER)
        .get(person.path("/connections/" + connection + "/accounts"))
        .then()
        .statusCode(200);
  }

  private String token(UUID connection) {
    return ask(INGEST, connection).statusCode(200).extract().path("access_token");
  }

  private ValidatableResponse ask(String service, UUID connection) {
    return ask(person, service, connection);
  }

  private static ValidatableResponse ask(Person person, String service, UUID connection) {
    return given()
        .auth()
        .oauth2(Tokens.service(service))
        .contentType(ContentType.JSON)
        .body(Map.of("workspace_id", person.workspace(), "connection_id", connection))
        .post("/internal/access-tokens")
        .then();
  }

  private static void faults(List<Map<String, String>> faults) {
    given()
        .contentType(ContentType.JSON)
        .body(faults)
        .put(SandboxParts.http() + "/control/faults")
        .then()
        .statusCode(200);
  }
}
