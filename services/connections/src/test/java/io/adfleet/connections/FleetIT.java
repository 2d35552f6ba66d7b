package io.adfleet.connections;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.adfleet.contracts.Heartbeat;
import io.adfleet.contracts.Ids;
import io.adfleet.contracts.Json;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.Tokens;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = RealParts.class,
    initArgs = @ResourceArg(name = "database", value = "connections"))
@WithTestResource(SandboxParts.class)
class FleetIT {

  @Test
  void saysWhichServicesLive() {
    Instant now = Instant.now();
    say(new Heartbeat("ingest-x", "ingest-x-0", "0.1.0", 8082, now, now, true, false));
    say(
        new Heartbeat(
            "ingest-x", "ingest-x-1", "0.1.0", 9082, now, now.minusSeconds(600), true, false));
    await().until(() -> fleet().extract().path(instance("ingest-x-1")) != null);
    fleet()
        .body(instance("ingest-x-0") + ".state", equalTo("up"))
        .body(instance("ingest-x-0") + ".port", equalTo(8082))
        .body(instance("ingest-x-1") + ".state", equalTo("down"));
    int age = fleet().extract().path(instance("ingest-x-1") + ".age_seconds");
    assertThat(age).isBetween(600, 700);
  }

  @Test
  void hearsItself() {
    await().until(() -> fleet().extract().path(instance("connections-0")) != null);
    fleet().body(instance("connections-0") + ".service", equalTo("connections"));
  }

  @Test
  void aStrangerSeesNothing() {
    given().get("/api/fleet").then().statusCode(401);
  }

  private static void say(Heartbeat heartbeat) {
    TopicProbe.sendRaw(
        Topic.HEARTBEAT, heartbeat.instance(), Types.HEARTBEAT, Json.bytes(heartbeat));
  }

  private static ValidatableResponse fleet() {
    return given()
        .auth()
        .oauth2(Tokens.internal("connections", Ids.next(), null, null))
        .get("/api/fleet")
        .then()
        .statusCode(200);
  }

  private static String instance(String name) {
    return "services.find { it.instance == '" + name + "' }";
  }
}
