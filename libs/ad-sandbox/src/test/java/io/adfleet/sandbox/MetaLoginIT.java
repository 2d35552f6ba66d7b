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

class MetaLoginIT {

  @TempDir Path data;
  private MetaWorld meta;
  private HttpCaller http;

  @BeforeEach
  void start() {
    meta = new MetaWorld(Worlds.named("tiny"), data);
    http = meta.http;
  }

  @AfterEach
  void stop() {
    meta.close();
  }

  @Test
  void theDialogHasOneFormThatLeadsBackWithCodeAndState() {
    String ask = HttpCaller.form(HttpCaller.metaAsk("state", "a\"><b"));
    String page = http.send("GET", "/v24.0/dialog/oauth?" + ask, "").body();
    assertEquals(1, page.split("<form ", -1).length - 1);
    assertTrue(page.contains("action=\"/v24.0/dialog/oauth\""), page);
    assertTrue(page.contains("name=\"state\" value=\"a&quot;&gt;&lt;b\""), page);
    assertTrue(page.contains("meta shop 1, &quot;süd&quot;"), page);
    assertFalse(page.contains("google shop"), page);
    HttpResponse<String> back = http.send("POST", "/v25.0/dialog/oauth?" + ask, "");
    assertEquals(302, back.statusCode());
    String location = back.headers().firstValue("location").orElseThrow();
    assertTrue(location.startsWith(HttpCaller.META_REDIRECT + "?code="), location);
    assertTrue(location.endsWith("&state=a%22%3E%3Cb"), location);
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, someone-else, invalid_app_id",
    "redirect_uri, javascript:alert(1), url_blocked",
    "redirect_uri, https://elsewhere.example/back, url_blocked",
    "response_type, token, unsupported_response_type",
    "scope, email, invalid_scope",
    "code_challenge, short, invalid_request"
  })
  void saysWhyNobodyIsAsked(String field, String value, String code) {
    HttpResponse<String> page =
        http.send(
            "GET", "/v24.0/dialog/oauth?" + HttpCaller.form(HttpCaller.metaAsk(field, value)), "");
    assertEquals(400, page.statusCode());
    assertTrue(page.body().contains(code), page.body());
  }

  @Test
  void aCodeWorksOnceAndOnlyWithItsVerifierAndAddress() {
    Map<String, String> challenged = HttpCaller.ask("scope", "ads_read");
    challenged.put("redirect_uri", HttpCaller.META_REDIRECT);
    assertTrue(
        http.metaLogin(challenged, Map.of("code_verifier", HttpCaller.VERIFIER))
            .body()
            .contains("access_token"));
    assertEquals(36009, subcode(http.metaLogin(challenged, Map.of())));
    assertEquals(
        36008,
        subcode(http.metaLogin(HttpCaller.metaAsk(), Map.of("redirect_uri", "http://127.0.0.1/"))));
    HttpResponse<String> used =
        http.send(
            "POST",
            "/v24.0/oauth/access_token",
            "client_id=adfleet-local&client_secret=adfleet-local-secret&code=used");
    assertEquals(36009, subcode(used));
    assertEquals(
        1,
        error(http.metaLogin(HttpCaller.metaAsk(), Map.of("client_secret", "wrong")))
            .get("code")
            .asInt());
    assertEquals(
        101,
        error(http.metaLogin(HttpCaller.metaAsk(), Map.of("client_id", "other")))
            .get("code")
            .asInt());
  }

  @Test
  void aTokenIsExchangedForALongLivedOneWhileItLives() {
    String brief = http.metaToken();
    JsonNode longer = HttpCaller.json(exchange(brief));
    assertEquals(5_183_944, longer.get("expires_in").asInt());
    String token = longer.get("access_token").asText();
    meta.clock.passes(Duration.ofHours(2));
    assertEquals(463, subcode(exchange(brief)));
    assertEquals(463, subcode(accounts(brief)));
    assertEquals(200, accounts(token).statusCode());
    assertEquals(200, exchange(token).statusCode());
    JsonNode about = debug(token);
    assertTrue(about.get("is_valid").asBoolean());
    assertEquals("ads_read", about.get("scopes").get(0).asText());
    assertFalse(debug(brief).get("is_valid").asBoolean());
    assertFalse(debug("nonsense").get("is_valid").asBoolean());
  }

  @Test
  void tokensOutliveARestartAndEndWhenTheApplicationIsRemoved() {
    String token = http.metaToken();
    meta.close();
    start();
    assertEquals(200, accounts(token).statusCode());
    String bearer = "?access_token=" + token;
    assertTrue(http.send("GET", "/v24.0/me/permissions" + bearer, "").body().contains("ads_read"));
    assertEquals(
        "{\"success\":true}", http.send("DELETE", "/v24.0/me/permissions" + bearer, "").body());
    HttpResponse<String> gone = accounts(token);
    assertEquals(401, gone.statusCode());
    assertEquals(458, subcode(gone));
    assertFalse(debug(token).get("is_valid").asBoolean());
  }

  @Test
  void removingTheApplicationEndsEveryConsentToIt() {
    String first = http.metaToken();
    String second = http.metaToken();
    http.send("DELETE", "/v24.0/me/permissions?access_token=" + first, "");
    assertEquals(458, subcode(accounts(first)));
    assertEquals(458, subcode(accounts(second)));
    assertEquals(200, accounts(http.metaToken()).statusCode());
  }

  @Test
  void whoeverCancelsIsSentBackWithoutACode() {
    String ask = HttpCaller.form(HttpCaller.metaAsk("state", "a&b"));
    String page = http.send("GET", "/v24.0/dialog/oauth?" + ask, "").body();
    assertTrue(page.contains("name=\"deny\""), page);
    HttpResponse<String> back = http.send("POST", "/v24.0/dialog/oauth", ask + "&deny=yes");
    assertEquals(302, back.statusCode());
    assertEquals(
        HttpCaller.META_REDIRECT
            + "?error=access_denied&error_code=200&error_description=Permissions+error"
            + "&error_reason=user_denied&state=a%26b",
        back.headers().firstValue("location").orElseThrow());
  }

  private HttpResponse<String> accounts(String token) {
    return http.send("GET", "/v24.0/me/adaccounts?access_token=" + token, "");
  }

  private HttpResponse<String> exchange(String token) {
    return http.send(
        "GET",
        "/oauth/access_token?grant_type=fb_exchange_token&client_id=adfleet-local"
            + "&client_secret=adfleet-local-secret&fb_exchange_token="
            + token,
        "");
  }

  private JsonNode debug(String token) {
    return http.json(
            "GET",
            "/debug_token?input_token="
                + token
                + "&access_token=adfleet-local%7Cadfleet-local-secret",
            "")
        .get("data");
  }

  private static JsonNode error(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() >= 400, answer.body());
    return HttpCaller.json(answer).get("error");
  }

  private static int subcode(HttpResponse<String> answer) {
    return error(answer).path("error_subcode").asInt();
  }
}
