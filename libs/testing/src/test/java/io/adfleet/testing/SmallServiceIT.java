package io.adfleet.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.defaults.Role;
import io.adfleet.testing.app.NotesConsumer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The defaults and the messaging of every service, in one that is as small as can be. */
@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = {
      @ResourceArg(name = "database", value = "probe"),
      @ResourceArg(name = "migrations", value = "src/test/resources/db/migration")
    })
class SmallServiceIT {

  @Inject NotesConsumer consumer;

  private final UUID user = UUID.randomUUID();
  private final UUID workspace = UUID.randomUUID();

  @Test
  void aRequestWithoutATokenIsToldToSignIn() {
    given()
        .get("/api/workspaces/{w}/notes", workspace)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer realm=\"adfleet\"")
        .body("type", equalTo("https://adfleet.io/problems/not_signed_in"))
        .body("trace_id", matchesPattern("[0-9a-f]{32}"));
  }

  @Test
  void aTokenForAnotherServiceOrSignedByAnotherIsRefused() {
    get(Tokens.internal("other-service", user, workspace, Role.OWNER)).statusCode(401);
    get(Tokens.internal("probe", user, workspace, Role.OWNER) + "x").statusCode(401);
    get(Tokens.service("adfleet-ingest-google")).statusCode(401);
  }

  @Test
  void anotherWorkspaceAndAnAbsentOneAreTheSameNotFound() {
    String token = Tokens.internal("probe", user, UUID.randomUUID(), Role.OWNER);
    get(token).statusCode(404).body("type", equalTo("https://adfleet.io/problems/not_found"));
    given()
        .auth()
        .oauth2(token)
        .get("/api/workspaces/nonsense/notes")
        .then()
        .statusCode(404)
        .body("detail", equalTo("There is no such thing, or it isn't yours."));
  }

  @Test
  void aViewerMayReadAndIsToldWhoMayWrite() {
    get(token(Role.VIEWER)).statusCode(200).body("$", hasSize(0));
    post(token(Role.VIEWER), "{\"some_text\":\"x\"}")
        .statusCode(403)
        .body("detail", containsString("analyst"));
  }

  @Test
  void anEndpointThatDeclaresNothingIsClosed() {
    given().auth().oauth2(token(Role.OWNER)).get("/api/undeclared").then().statusCode(403);
    given().get("/api/open").then().statusCode(200);
  }

  @Test
  void theWalkFindsTheOneEndpointThatDeclaresNothing() {
    assertThat(RoleWalk.through("probe").faults())
        .containsExactly("GET /api/undeclared does not say who may call it");
  }

  @Test
  void onlyTheNamedServiceMayCallAServiceEndpoint() {
    given().get("/api/service").then().statusCode(401);
    given().auth().oauth2(token(Role.OWNER)).get("/api/service").then().statusCode(401);
    given().auth().oauth2(Tokens.service("other")).get("/api/service").then().statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.service("adfleet-ingest-google"))
        .get("/api/service")
        .then()
        .statusCode(200)
        .body(equalTo("adfleet-ingest-google"));
  }

  @Test
  void badInputNamesTheField() {
    post(token(Role.OWNER), "{\"some_text\":\"\"}")
        .statusCode(422)
        .body("errors[0].field", equalTo("some_text"))
        .body("errors[0].remedy", equalTo("write something"));
    post(token(Role.OWNER), "{\"some_text\":\"x\",\"due\":\"tomorrow\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("due"));
    post(token(Role.OWNER), "{").statusCode(400);
  }

  @Test
  void anUnknownPathAndAWrongVerbAreProblemsToo() {
    given().get("/api/nothing").then().statusCode(404).contentType("application/problem+json");
    given().delete("/api/open").then().statusCode(405).contentType("application/problem+json");
  }

  @Test
  void saysWhatWasCommittedInItsTraceAndHearsItOnce() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    given()
        .auth()
        .oauth2(token(Role.ANALYST))
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .contentType(ContentType.JSON)
        .body("{\"some_text\":\"committed\"}")
        .post("/api/workspaces/{w}/notes", workspace)
        .then()
        .statusCode(200);
    List<ConsumerRecord<String, byte[]>> said =
        TopicProbe.awaitRecords(Topic.TENANCY, records -> records.stream().anyMatch(this::ours));
    ConsumerRecord<String, byte[]> record = said.stream().filter(this::ours).findFirst().get();
    assertThat(TopicProbe.header(record, "traceparent")).contains(trace);
    assertThat(TopicProbe.header(record, "ce_workspace")).isEqualTo(workspace.toString());
    get(token(Role.VIEWER)).body("[0]", equalTo("committed"));

    TopicProbe.sendAgain(Topic.TENANCY, record);
    TopicProbe.send(Topic.TENANCY, last());
    await().until(() -> heardOf(workspace).stream().anyMatch(t -> t.id().equals("last")));
    assertThat(heardOf(workspace)).extracting(Tenancy::name).containsExactly("committed", "end");
  }

  @Test
  void whatWasRolledBackIsNeverSaid() {
    post(token(Role.OWNER), "{\"some_text\":\"explode\"}")
        .statusCode(500)
        .body("detail", containsString("trace id"));
    post(token(Role.OWNER), "{\"some_text\":\"after\"}").statusCode(200);
    List<ConsumerRecord<String, byte[]>> said =
        TopicProbe.awaitRecords(Topic.TENANCY, records -> records.stream().anyMatch(this::ours));
    assertThat(said.stream().filter(this::ours)).hasSize(1);
  }

  @Test
  void aBadRecordIsSetAsideAloneWithItsCause() {
    byte[] garbage = "not json".getBytes(StandardCharsets.UTF_8);
    TopicProbe.sendRaw(Topic.TENANCY, "k", "io.adfleet.tenancy.v1", garbage);
    TopicProbe.send(Topic.TENANCY, last());
    await().until(() -> !heardOf(workspace).isEmpty());
    List<ConsumerRecord<String, byte[]>> letters = TopicProbe.awaitDeadLetters(Topic.TENANCY, 1);
    assertThat(letters.getFirst().value()).isEqualTo(garbage);
    assertThat(TopicProbe.header(letters.getFirst(), "dead-letter-cause")).contains("not");
    assertThat(TopicProbe.header(letters.getFirst(), "dead-letter-topic"))
        .endsWith("adfleet.gateway.tenancy.v1");
  }

  @Test
  void everyTenantTableIsForced() throws SQLException {
    RowSecurity.assertEveryTenantTableIsForced(Set.of("lookup"));
    try (var connection = RealParts.current().connect("app");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from note")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  private Tenancy last() {
    return new Tenancy(
        workspace, Tenancy.WORKSPACE, "last", "end", "EUR", "Europe/Berlin", null, false, 2);
  }

  private List<Tenancy> heardOf(UUID ws) {
    return consumer.heard().stream()
        .map(h -> h.body())
        .filter(t -> t.workspaceId().equals(ws))
        .toList();
  }

  private boolean ours(ConsumerRecord<String, byte[]> record) {
    return record.key() != null && record.key().startsWith(workspace.toString());
  }

  private String token(Role role) {
    return Tokens.internal("probe", user, workspace, role);
  }

  private ValidatableResponse get(String token) {
    return given().auth().oauth2(token).get("/api/workspaces/{w}/notes", workspace).then();
  }

  private ValidatableResponse post(String token, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/workspaces/{w}/notes", workspace)
        .then();
  }
}
