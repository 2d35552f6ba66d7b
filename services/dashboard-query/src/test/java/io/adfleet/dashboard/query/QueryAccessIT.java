package io.adfleet.dashboard.query;

import static io.adfleet.dashboard.query.Asking.asked;
import static io.adfleet.dashboard.query.Asking.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.Tokens;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask, and what is said to a query that can't be read. */
@RunningService
class QueryAccessIT {

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void namesEveryFaultWithFieldReasonAndRemedy() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    asked(fleet, "{'metrics':['spned'],'range':{'timeframe':'today'},'tops':3}")
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.field", hasItems("metrics[0]", "tops"))
        .body("errors.find { it.field == 'metrics[0]' }.remedy", containsString("\"spend\""))
        .body("errors.find { it.field == 'tops' }.remedy", startsWith("Did you mean \"top\"?"));
    asked(fleet, "{'metrics':['spend'],'range':{'start':'2026-11-20','end':'2026-11-23'}}")
        .statusCode(422)
        .body("errors[0].field", equalTo("range.end"))
        .body("errors[0].remedy", containsString("2026-11-22"));
    asked(fleet, "").statusCode(422).body("errors[0].field", equalTo("body"));
    asked(fleet, "{'metrics':").statusCode(400).body("errors[0].field", equalTo("body"));
  }

  @Test
  void publishesItsSchema() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fleet
        .signedIn()
        .get("/api/workspaces/" + fleet.workspace + "/query/schema")
        .then()
        .statusCode(200)
        .contentType("application/schema+json")
        .body("properties.metrics.maxItems", equalTo(15));
  }

  @Test
  void answersTheCopilotAndNoOtherService() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fleet.say();
    String path = "/internal/workspaces/" + fleet.workspace + "/query";
    String body = json("{'metrics':['spend'],'range':{'timeframe':'today'}}");
    given()
        .auth()
        .oauth2(Tokens.service("adfleet-copilot"))
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(200)
        .body("total.spend.reason", equalTo("no_accounts"))
        .body("by_currency", nullValue());
    given()
        .auth()
        .oauth2(Tokens.service("adfleet-ingest-google"))
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(403);
    given().contentType("application/json").body(body).post(path).then().statusCode(401);
    fleet.signedIn().contentType("application/json").body(body).post(path).then().statusCode(401);
  }

  @Test
  void aStrangerFindsNothing() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    given()
        .auth()
        .oauth2(
            Tokens.internal("dashboard-query", UUID.randomUUID(), UUID.randomUUID(), Role.OWNER))
        .contentType("application/json")
        .body(json("{'metrics':['spend'],'range':{'timeframe':'today'}}"))
        .post("/api/workspaces/" + fleet.workspace + "/query")
        .then()
        .statusCode(404);
  }
}
