package io.adfleet.gateway.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.adfleet.gateway.Asking;
import io.adfleet.gateway.EchoServices;
import io.adfleet.gateway.session.People;
import io.adfleet.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** What reaches the services behind the gateway, and what is said when they are not there. */
@QuarkusTest
@QuarkusTestResource(EchoServices.class)
@WithTestResource(
    value = RealParts.class,
    initArgs = {@ResourceArg(name = "database", value = "gateway")})
class ForwardingIT {

  @Inject People people;

  @TestHTTPResource("/")
  URI gateway;

  @Test
  void aServiceGetsAnInternalTokenAndNothingTheClientClaimed() throws Exception {
    String cookie = people.somebodyNew();
    String id = Asking.workspace(cookie);
    var seen =
        Asking.browser(cookie)
            .urlEncodingEnabled(false)
            .header("X-Forwarded-For", "6.6.6.6")
            .header("X-Forwarded-Host", "evil.example")
            .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
            .get("/api/workspaces/" + id + "/connections?a=1&b=%C3%A4")
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
    String id = Asking.workspace(cookie);
    String token = Asking.token(cookie, id, "viewer").getString("token");
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
    String id = Asking.workspace(cookie);
    Asking.browser(cookie)
        .get("/api/workspaces/{w}/dashboard/unified", id)
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("detail", containsString("dashboard-query"));
    Asking.browser(cookie)
        .get("/api/workspaces/{w}/entities/x/series", id)
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .body("detail", containsString("snapshot-store"));
  }

  @Test
  void aBodyThatIsTooLongIsRefusedHoweverItIsSent() throws Exception {
    String cookie = people.somebodyNew();
    String id = Asking.workspace(cookie);
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
