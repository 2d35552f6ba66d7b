package io.adfleet.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.contracts.Json;
import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.adfleet.testing.RowSecurity;
import io.adfleet.testing.TopicProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** The front door with its real database and topics, seen from outside. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class GatewayIT {

  private static final Pattern TRACE = Pattern.compile("\"trace_id\":\"[0-9a-f]{32}\"");
  private static final String WORKSPACE =
      """
      {"name": "Berlin Bikes", "currency": "EUR", "zone": "Europe/Berlin"}
      """;

  @Inject People people;

  @TestHTTPResource("/")
  URI gateway;

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
    for (String bad : List.of("adf_nonsense", "eyJhbGciOiJub25lIn0.e30.", "adf_" + "0".repeat(49))) {
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
  void thePageAndItsPartsArePublicAndGuardedByHeaders() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(containsString("/assets/page.js"));
    given().get("/assets/page.js").then().statusCode(200);
    given().get("/q/health").then().statusCode(404);
    given().get("/q/metrics").then().statusCode(404);
  }

  @Test
  void aFirstSignInMakesThePersonAndTheirWorkspaceMakesThemItsOwner() {
    String cookie = people.somebodyNew();
    browser(cookie)
        .get("/api/me")
        .then()
        .statusCode(200)
        .body("user.id", notNullValue())
        .body("user.email", containsString("@adfleet.test"))
        .body("memberships", hasSize(0));
    String id = workspace(cookie);
    browser(cookie)
        .get("/api/workspaces")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].name", equalTo("Berlin Bikes"))
        .body("items[0].currency", equalTo("EUR"))
        .body("items[0].zone", equalTo("Europe/Berlin"))
        .body("items[0].role", equalTo("owner"))
        .body("next_cursor", nullValue());
    browser(cookie)
        .get("/api/me")
        .then()
        .body("memberships[0].workspace_id", equalTo(id))
        .body("memberships[0].role", equalTo("owner"));
  }

  @Test
  void theSessionIsSealedAndItsCookieUnknownToTheDatabase() throws SQLException {
    String cookie = people.somebodyNew();
    assertThat(people.idToken(cookie)).isEqualTo("header.payload.signature");
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
    String cookie = people.signIn(subject, "gone@adfleet.test", "sid-" + subject);
    browser(cookie).get("/api/me").then().statusCode(200);
    assertThat(people.keycloakEnds("sid-" + subject)).isEqualTo(1);
    browser(cookie).get("/api/me").then().statusCode(401);
    given()
        .formParam("logout_token", "forged")
        .post("/auth/backchannel-logout")
        .then()
        .statusCode(400);
  }

  @Test
  void aWorkspaceWithAnImpossibleCurrencyOrZoneIsRefusedFieldByField() {
    String cookie = people.somebodyNew();
    browser(cookie)
        .body("{\"name\":\" \",\"currency\":\"EURO\",\"zone\":\"Berlin\"}")
        .post("/api/workspaces")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.field", equalTo(List.of("name", "currency", "zone")))
        .body("errors.remedy", everyItem(notNullValue()));
    browser(cookie).body("{").post("/api/workspaces").then().statusCode(400);
    browser(cookie).body("{}").post("/api/workspaces").then().body("errors", hasSize(3));
  }

  @Test
  void anIdempotencyKeyMakesOneWorkspaceHoweverOftenItIsAsked() {
    String cookie = people.somebodyNew();
    String key = UUID.randomUUID().toString();
    String first =
        browser(cookie)
            .header("Idempotency-Key", key)
            .body(WORKSPACE)
            .post("/api/workspaces")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    browser(cookie)
        .header("Idempotency-Key", key)
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    browser(cookie)
        .header("Idempotency-Key", key)
        .body(WORKSPACE.replace("Bikes", "Boats"))
        .post("/api/workspaces")
        .then()
        .statusCode(422)
        .body("type", equalTo("https://adfleet.io/problems/idempotency_key_reused"));
    browser(cookie).get("/api/workspaces").then().body("items", hasSize(1));
  }

  @Test
  void aChangeNeedsTheVersionItWasMadeFor() {
    String cookie = people.somebodyNew();
    String id = workspace(cookie);
    String etag = browser(cookie).get("/api/workspaces/{w}", id).header("ETag");
    browser(cookie)
        .header("If-None-Match", etag)
        .get("/api/workspaces/{w}", id)
        .then()
        .statusCode(304);
    browser(cookie)
        .header("If-Match", etag)
        .body("{\"name\":\"Berlin Boats\",\"zone\":\"UTC\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(200)
        .header("ETag", not(equalTo(etag)))
        .body("name", equalTo("Berlin Boats"))
        .body("zone", equalTo("UTC"));
    browser(cookie)
        .header("If-Match", etag)
        .body("{\"name\":\"Too late\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(412);
    browser(cookie)
        .body("{\"currency\":\"XXX\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("currency"));
  }

  @Test
  void someoneElsesWorkspaceAndOneThatDoesNotExistAreTheSameBytes() {
    String owner = people.somebodyNew();
    String stranger = people.somebodyNew();
    String theirs = workspace(owner);
    String absent = UUID.randomUUID().toString();
    Set<String> answers = new java.util.HashSet<>();
    for (String id : List.of(theirs, absent, "nonsense")) {
      for (String rest : List.of("", "/connections", "/dashboard/unified", "/nothing")) {
        String answer =
            browser(stranger)
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
            .matcher(browser(owner).get("/api/nothing").then().statusCode(404).extract().asString())
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
  void aTokenIsShownOnceActsInItsWorkspaceOnlyAndDiesWhenRevoked() {
    String cookie = people.somebodyNew();
    String first = workspace(cookie);
    String second = workspace(cookie);
    var made = token(cookie, first, "analyst");
    String token = made.getString("token");
    assertThat(token).matches("adf_[0-9A-Za-z]{49}");
    given()
        .auth()
        .oauth2(token)
        .get("/api/workspaces")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(first))
        .body("items[0].role", equalTo("analyst"));
    given().auth().oauth2(token).get("/api/workspaces/{w}", second).then().statusCode(404);
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body("{\"name\":\"No\"}")
        .patch("/api/workspaces/{w}", first)
        .then()
        .statusCode(403)
        .body("detail", containsString("admin"));
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403);
    browser(cookie)
        .get("/api/tokens")
        .then()
        .body("items.id", hasItem(made.getString("id")))
        .body("items[0].token", nullValue())
        .body("items[0].ending", equalTo(token.substring(token.length() - 4)));
    browser(people.somebodyNew())
        .delete("/api/tokens/{t}", made.getString("id"))
        .then()
        .statusCode(404);
    browser(cookie).delete("/api/tokens/{t}", made.getString("id")).then().statusCode(204);
    given().auth().oauth2(token).get("/api/workspaces").then().statusCode(401);
  }

  @Test
  void aTokenCannotBeMoreThanItsMaker() {
    String cookie = people.somebodyNew();
    browser(cookie)
        .body(
            new JsonObject()
                .put("workspace_id", UUID.randomUUID().toString())
                .put("name", "x")
                .encode())
        .post("/api/tokens")
        .then()
        .statusCode(404);
    browser(cookie)
        .body("{\"name\":\"\",\"role\":\"king\",\"expires_in_days\":0}")
        .post("/api/tokens")
        .then()
        .statusCode(422)
        .body(
            "errors.field",
            equalTo(List.of("workspace_id", "name", "role", "expires_in_days")));
  }

  @Test
  void aServiceGetsAnInternalTokenAndNothingTheClientClaimed() throws Exception {
    String cookie = people.somebodyNew();
    String id = workspace(cookie);
    var seen =
        browser(cookie)
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Forwarded-Host", "evil.example")
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .get("/api/workspaces/{w}/connections?a=1&b=%C3%A4", id)
            .then()
            .statusCode(200)
            .header("X-Trace-Id", "4bf92f3577b34da6a3ce929d0e0e4736")
            .header("ETag", "\"echo\"")
            .header("Set-Cookie", nullValue())
            .header("RateLimit", notNullValue())
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .jsonPath();
    assertThat(seen.getString("uri"))
        .isEqualTo("/api/workspaces/" + id + "/connections?a=1&b=%C3%A4");
    assertThat(seen.getMap("headers")).doesNotContainKeys("cookie", "x-forwarded-host");
    assertThat(seen.getList("headers.x-forwarded-for")).containsExactly("127.0.0.1");
    assertThat(seen.getList("headers.traceparent", String.class))
        .singleElement()
        .asString()
        .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    JwtClaims claims = verified(seen.getString("headers.authorization[0]"), "connections");
    assertThat(claims.getStringClaimValue("workspace")).isEqualTo(id);
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("owner");
    assertThat(claims.getStringClaimValue("session")).hasSize(64);
    assertThat(claims.getStringClaimValue("email")).endsWith("@adfleet.test");
    assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
        .isLessThanOrEqualTo(120);
  }

  @Test
  void anApiTokenBecomesAnInternalTokenWithoutASession() throws Exception {
    String cookie = people.somebodyNew();
    String id = workspace(cookie);
    String token = token(cookie, id, "viewer").getString("token");
    String inner =
        given()
            .auth()
            .oauth2(token)
            .get("/api/workspaces/{w}/jobs", id)
            .then()
            .statusCode(200)
            .extract()
            .path("headers.authorization[0]");
    JwtClaims claims = verified(inner, "connections");
    assertThat(claims.hasClaim("session")).isFalse();
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("viewer");
    String fleet =
        given()
            .auth()
            .oauth2(token)
            .get("/api/fleet")
            .then()
            .statusCode(200)
            .extract()
            .path("headers.authorization[0]");
    assertThat(verified(fleet, "connections").hasClaim("workspace")).isFalse();
  }

  @Test
  void aServiceThatIsDownOrSlowIsSaidToBeSo() {
    String cookie = people.somebodyNew();
    String id = workspace(cookie);
    browser(cookie)
        .get("/api/workspaces/{w}/dashboard/unified", id)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("detail", containsString("dashboard-query"));
    browser(cookie)
        .get("/api/workspaces/{w}/entities/x/series", id)
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .body("detail", containsString("snapshot-store"));
  }

  @Test
  void aBodyThatIsTooLongIsRefusedHoweverItIsSent() throws Exception {
    String cookie = people.somebodyNew();
    String id = workspace(cookie);
    byte[] large = new byte[2_000_000];
    byte[] fine = new byte[900_000];
    String connections = "api/workspaces/" + id + "/connections/google/authorize";
    assertThat(post(connections, cookie, HttpRequest.BodyPublishers.ofByteArray(fine)).statusCode())
        .isEqualTo(200);
    assertThat(post(connections, cookie, chunked(fine)).statusCode()).isEqualTo(200);
    for (String path : List.of(connections, "api/workspaces")) {
      for (var body : List.of(HttpRequest.BodyPublishers.ofByteArray(large), chunked(large))) {
        HttpResponse<String> answer = post(path, cookie, body);
        assertThat(answer.statusCode()).as(path).isEqualTo(413);
        assertThat(answer.headers().firstValue("content-type"))
            .hasValue("application/problem+json");
      }
    }
  }

  @Test
  void aWriteByCookieMustComeFromThePage() {
    String cookie = people.somebodyNew();
    given()
        .cookie("q_session", cookie)
        .contentType(ContentType.JSON)
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403)
        .body("type", equalTo("https://adfleet.io/problems/cross_site"))
        .body("detail", containsString("X-Adfleet-Request"));
    browser(cookie)
        .header("Origin", "https://evil.example")
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403);
    browser(cookie)
        .header("Sec-Fetch-Site", "cross-site")
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(403);
    browser(cookie)
        .header("Origin", "http://127.0.0.1:8080")
        .header("Sec-Fetch-Site", "same-origin")
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201);
    given()
        .cookie("q_session", cookie)
        .header("Sec-Fetch-Site", "cross-site")
        .get("/auth/logout")
        .then()
        .statusCode(403);
  }

  @Test
  void onlyNamedOriginsMayReadAnswersFromElsewhere() {
    given()
        .header("Origin", "https://reports.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/api/workspaces")
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", "https://reports.example")
        .header("Access-Control-Allow-Credentials", nullValue());
    given()
        .header("Origin", "https://evil.example")
        .get("/api/workspaces")
        .then()
        .statusCode(401)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  void aCallerWhoAsksTooOftenIsToldWhenToComeBack() {
    String cookie = people.somebodyNew();
    int status = 200;
    for (int i = 0; i < 260 && status == 200; i++) {
      status = browser(cookie).get("/api/me").statusCode();
    }
    assertThat(status).isEqualTo(429);
    browser(cookie)
        .get("/api/me")
        .then()
        .contentType("application/problem+json")
        .header("Retry-After", notNullValue())
        .header("RateLimit-Policy", "\"caller\";q=200;w=60")
        .header("RateLimit", containsString("r=0"));
  }

  @Test
  void theFleetHearsOfAWorkspaceAndItsOwner() {
    String cookie = people.somebodyNew();
    String id = workspace(cookie);
    browser(cookie)
        .body("{\"name\":\"Renamed\"}")
        .patch("/api/workspaces/{w}", id)
        .then()
        .statusCode(200);
    List<Tenancy> heard =
        TopicProbe.awaitRecords(
                Topic.TENANCY,
                records ->
                    records.stream().filter(r -> r.key() != null && r.key().startsWith(id)).count()
                        == 3)
            .stream()
            .filter(r -> r.key() != null && r.key().startsWith(id))
            .map(r -> Json.read(r.value(), Tenancy.class))
            .toList();
    assertThat(heard)
        .extracting(Tenancy::kind)
        .containsExactly(Tenancy.WORKSPACE, Tenancy.MEMBERSHIP, Tenancy.WORKSPACE);
    assertThat(heard.get(1).role()).isEqualTo("owner");
    assertThat(heard.getLast().name()).isEqualTo("Renamed");
    assertThat(heard.getLast().version()).isEqualTo(2);
  }

  @Test
  void everyTenantTableIsForced() {
    RowSecurity.assertEveryTenantTableIsForced(
        Set.of("app_user", "login_session", "signing_key", "idempotency"));
  }

  private RequestSpecification browser(String cookie) {
    return given()
        .cookie("q_session", cookie)
        .header("X-Adfleet-Request", "1")
        .contentType(ContentType.JSON);
  }

  private String workspace(String cookie) {
    return browser(cookie)
        .body(WORKSPACE)
        .post("/api/workspaces")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private io.restassured.path.json.JsonPath token(String cookie, String workspace, String role) {
    return browser(cookie)
        .body(
            new JsonObject()
                .put("workspace_id", workspace)
                .put("name", "a script")
                .put("role", role)
                .encode())
        .post("/api/tokens")
        .then()
        .statusCode(201)
        .header("Cache-Control", "no-store")
        .extract()
        .jsonPath();
  }

  private JwtClaims verified(String authorization, String audience) throws Exception {
    HttpsJwks keys = new HttpsJwks(gateway.resolve("/internal/jwks").toString());
    return new JwtConsumerBuilder()
        .setExpectedIssuer("adfleet-gateway")
        .setExpectedAudience(audience)
        .setRequireExpirationTime()
        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
        .build()
        .processToClaims(authorization.substring("Bearer ".length()));
  }

  private HttpResponse<String> post(String path, String cookie, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(gateway.resolve("/" + path))
              .version(HttpClient.Version.HTTP_1_1)
              .header("Cookie", "q_session=" + cookie)
              .header("X-Adfleet-Request", "1")
              .header("Content-Type", "application/json")
              .POST(body)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static HttpRequest.BodyPublisher chunked(byte[] bytes) {
    return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }
}
