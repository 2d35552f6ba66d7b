package io.adfleet.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthIT {

  @TempDir Path data;
  private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
  private Sandbox sandbox;
  private HttpCaller http;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxConfig.forTests(Worlds.named("tiny"), data).withClock(clock));
    http = new HttpCaller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void thePageHasOneFormThatLeadsBackWithCodeAndState() {
    String ask = HttpCaller.form(HttpCaller.ask("state", "a\"><b"));
    String page = http.send("GET", "/o/oauth2/v2/auth?" + ask, "").body();
    assertEquals(1, page.split("<form ", -1).length - 1);
    assertTrue(page.contains("name=\"state\" value=\"a&quot;&gt;&lt;b\""), page);
    assertTrue(page.contains("google shop 0, &quot;nord&quot;"), page);
    HttpResponse<String> back = http.send("POST", "/o/oauth2/v2/auth", ask);
    assertEquals(302, back.statusCode());
    String location = back.headers().firstValue("location").orElseThrow();
    assertTrue(
        location.startsWith(HttpCaller.REDIRECT + "?state=a%22%3E%3Cb&code=4%2F0A"), location);
    assertEquals(
        302, http.send("POST", "/o/oauth2/v2/auth?" + ask, "").statusCode(), "without a body");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, someone-else, invalid_client",
    "redirect_uri, javascript:alert(1), redirect_uri_mismatch",
    "redirect_uri, /relative, redirect_uri_mismatch",
    "redirect_uri, https://elsewhere.example/back, redirect_uri_mismatch",
    "redirect_uri, http://127.0.0.1.elsewhere.example/back, redirect_uri_mismatch",
    "redirect_uri, http://127.0.0.1@elsewhere.example/back, redirect_uri_mismatch",
    "response_type, token, unsupported_response_type",
    "scope, email, invalid_scope",
    "state, '', invalid_request",
    "code_challenge, short, invalid_request",
    "code_challenge_method, plain, invalid_request"
  })
  void refusesAQuestionThatIsNotWhole(String field, String value, String error) {
    String ask = HttpCaller.form(HttpCaller.ask(field, value));
    for (String method : new String[] {"GET", "POST"}) {
      HttpResponse<String> answer = http.send(method, "/o/oauth2/v2/auth?" + ask, "");
      assertEquals(400, answer.statusCode());
      assertTrue(answer.body().contains(error), answer.body());
    }
  }

  @Test
  void aCodeWorksOnceWithItsVerifierAndForTenMinutes() {
    String code = http.code(HttpCaller.ask());
    JsonNode first = HttpCaller.json(http.redeem(code));
    assertEquals(3599, first.get("expires_in").asInt());
    assertEquals("Bearer", first.get("token_type").asText());
    assertTrue(first.has("refresh_token"));
    assertEquals("invalid_grant", error(http.redeem(code)));

    String late = http.code(HttpCaller.ask());
    clock.passes(Duration.ofMinutes(11));
    assertEquals("invalid_grant", error(http.redeem(late)));

    Map<String, String> fields =
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            http.code(HttpCaller.ask()),
            "redirect_uri",
            HttpCaller.REDIRECT,
            "code_verifier",
            "another-verifier-of-more-than-forty-three-characters");
    assertEquals("invalid_grant", error(http.token(fields)));
  }

  @Test
  void aSecondConsentBringsNoRefreshTokenUnlessItIsAskedFor() {
    assertTrue(HttpCaller.json(http.redeem(http.code(HttpCaller.ask()))).has("refresh_token"));
    assertFalse(HttpCaller.json(http.redeem(http.code(HttpCaller.ask()))).has("refresh_token"));
    String again = http.code(HttpCaller.ask("prompt", "consent"));
    assertTrue(HttpCaller.json(http.redeem(again)).has("refresh_token"));
  }

  @Test
  void refreshTokensOutliveARestartAndEndWhenRevoked() {
    String refresh = http.refreshToken();
    Map<String, String> fields = Map.of("grant_type", "refresh_token", "refresh_token", refresh);
    sandbox.close();
    start();
    JsonNode answer = HttpCaller.json(http.token(fields));
    assertTrue(answer.has("access_token"));
    assertFalse(answer.has("refresh_token"));
    assertEquals(200, http.send("POST", "/revoke", "token=" + refresh).statusCode());
    HttpResponse<String> revoked = http.token(fields);
    assertEquals(400, revoked.statusCode());
    assertEquals(
        "Token has been expired or revoked.",
        HttpCaller.json(revoked).get("error_description").asText());
    assertEquals("invalid_token", error(http.send("POST", "/revoke", "token=" + refresh)));
  }

  @Test
  void revokingEndsEverythingThatWasGrantedToTheClient() {
    String first = http.refreshToken();
    String second = http.refreshToken();
    assertEquals(200, http.send("POST", "/revoke", "token=" + first).statusCode());
    Map<String, String> fields = Map.of("grant_type", "refresh_token", "refresh_token", second);
    assertEquals("invalid_grant", error(http.token(fields)));
    assertEquals("invalid_token", error(http.send("POST", "/revoke", "token=" + second)));
    String third = http.refreshToken();
    assertEquals(
        200,
        http.token(Map.of("grant_type", "refresh_token", "refresh_token", third)).statusCode());
  }

  @Test
  void whoeverCancelsIsSentBackWithoutACode() {
    String ask = HttpCaller.form(HttpCaller.ask("state", "a&b"));
    String page = http.send("GET", "/o/oauth2/v2/auth?" + ask, "").body();
    assertTrue(page.contains("name=\"deny\""), page);
    HttpResponse<String> back = http.send("POST", "/o/oauth2/v2/auth", ask + "&deny=yes");
    assertEquals(302, back.statusCode());
    assertEquals(
        HttpCaller.REDIRECT + "?error=access_denied&state=a%26b",
        back.headers().firstValue("location").orElseThrow());
  }

  @Test
  void refusesAnotherClientAndAnotherGrant() {
    assertEquals(
        "invalid_client",
        error(http.token(Map.of("grant_type", "refresh_token", "client_secret", "wrong"))));
    assertEquals("unsupported_grant_type", error(http.token(Map.of("grant_type", "password"))));
  }

  private static String error(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() >= 400, answer.body());
    return HttpCaller.json(answer).get("error").asText();
  }
}
