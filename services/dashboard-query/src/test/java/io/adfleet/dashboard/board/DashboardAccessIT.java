package io.adfleet.dashboard.board;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.defaults.Role;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.Tokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is answered, what is refused, and what isn't sent twice. */
@RunningService
class DashboardAccessIT {

  private static final String UNIFIED = "/dashboard/unified?timeframe=";

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void anEqualAnswerIsNotSentAgain() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fleet.account("google", "111", "EUR", "Europe/Berlin");
    fleet.await(UNIFIED + "today", json -> !json.getList("completeness.missing").isEmpty());
    Response first = fleet.get(UNIFIED + "today");
    String etag = first.header("ETag");
    assertThat(etag).isNotBlank();
    fleet
        .signedIn()
        .header("If-None-Match", etag)
        .get("/api/workspaces/" + fleet.workspace + UNIFIED + "today")
        .then()
        .statusCode(304);
    fleet
        .signedIn()
        .header("If-None-Match", "\"another\"")
        .get("/api/workspaces/" + fleet.workspace + UNIFIED + "today")
        .then()
        .statusCode(200);
  }

  @Test
  void strangersAndBadInputAreToldSo() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    String path = "/api/workspaces/" + fleet.workspace + "/dashboard/unified";
    given().get(path + "?timeframe=today").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.internal("snapshot-store", UUID.randomUUID(), fleet.workspace, Role.OWNER))
        .get(path + "?timeframe=today")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(
            Tokens.internal("dashboard-query", UUID.randomUUID(), UUID.randomUUID(), Role.OWNER))
        .get(path + "?timeframe=today")
        .then()
        .statusCode(404);
    refused(fleet, "?timeframe=next_year", "timeframe");
    refused(fleet, "", "timeframe");
    refused(fleet, "?timeframe=today&start=2026-11-01", "start");
    refused(fleet, "?start=2026-11-20&end=2026-11-19", "end");
    refused(fleet, "?start=2026-11-20&end=2026-11-23", "end");
    refused(fleet, "?start=2023-11-18&end=2026-11-22", "start");
    refused(fleet, "?start=2026-02-30&end=2026-11-22", "start");
    refused(fleet, "?start=2026-11-20", "end");
    refused(fleet, "?timeframe=custom", "start");
    refused(fleet, "?timeframe=today&platform=tiktok", "platform");
    refused(fleet, "?timeframe=today&account=" + UUID.randomUUID(), "account");
    refused(fleet, "?timeframe=today&account=nonsense", "account");
    refused(fleet, "?timeframe=today&client=" + UUID.randomUUID(), "client");
  }

  private static void refused(Fleet fleet, String query, String field) {
    fleet
        .get("/dashboard/unified" + query)
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(field))
        .body("errors[0].reason", notNullValue())
        .body("errors[0].remedy", notNullValue());
  }
}
