package io.adfleet.gateway.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who gets past the door, and what those are told who do not. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class DoorIT {

  private static final Pattern TRACE = Pattern.compile("\"trace_id\":\"[0-9a-f]{32}\"");

  @Inject People people;

  @Test
  void nobodyKnownIsToldToSignIn() {
    for (String path : List.of("/api/me", "/api/workspaces", "/api/nothing", "/api", "/v1/x")) {
      given()
          .get(path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .header("WWW-Authenticate", "Bearer realm=\"adfleet\"")
          .header("X-Trace-Id", notNullValue())
          .body("type", equalTo("https://adfleet.io/problems/not_signed_in"))
          .body("detail", containsString("/auth/login"));
    }
    for (String bad :
        List.of("adf_nonsense", "eyJhbGciOiJub25lIn0.e30.", "adf_" + "0".repeat(49))) {
      given().auth().oauth2(bad).get("/api/me").then().statusCode(401);
    }
    given().cookie("q_session", "A".repeat(43)).get("/api/me").then().statusCode(401);
  }

  @Test
  void aBearerThatIsNoTokenIsNotHelpedByACookie() {
    given()
        .cookie("q_session", people.somebodyNew())
        .header("Authorization", "Bearer nonsense")
        .get("/api/me")
        .then()
        .statusCode(401);
  }

  @Test
  void someoneElsesWorkspaceAndOneThatDoesNotExistAreTheSameBytes() {
    String owner = people.somebodyNew();
    String stranger = people.somebodyNew();
    String theirs = Asking.workspace(owner);
    String absent = UUID.randomUUID().toString();
    Set<String> answers = new java.util.HashSet<>();
    for (String id : List.of(theirs, absent, "nonsense")) {
      for (String rest : List.of("", "/connections", "/dashboard/unified", "/nothing")) {
        String answer =
            Asking.browser(stranger)
                .get("/api/workspaces/" + id + rest)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .asString();
        assertThat(answer).containsPattern(TRACE);
        answers.add(TRACE.matcher(answer).replaceAll(""));
      }
    }
    answers.add(
        TRACE
            .matcher(
                Asking.browser(owner)
                    .get("/api/nothing")
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString())
            .replaceAll(""));
    assertThat(answers).hasSize(1);
    given()
        .urlEncodingEnabled(false)
        .cookie("q_session", stranger)
        .get("/api/workspaces/%2e%2e/" + theirs)
        .then()
        .statusCode(404);
  }

  @Test
  void aCallerWhoAsksTooOftenIsToldWhenToComeBack() {
    String cookie = people.somebodyNew();
    Response refused =
        Stream.generate(() -> Asking.browser(cookie).get("/api/me"))
            .limit(1_000)
            .filter(answer -> answer.statusCode() != 200)
            .findFirst()
            .orElseThrow();
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .header("RateLimit-Policy", "\"caller\";q=60;w=60")
        .header("RateLimit", containsString("r=0"));
  }
}
