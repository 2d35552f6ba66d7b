package io.adfleet.sandbox;

import static io.adfleet.sandbox.MetaWorld.all;
import static io.adfleet.sandbox.MetaWorld.days;
import static io.adfleet.sandbox.MetaWorld.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdReportRun;
import com.facebook.ads.sdk.User;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import io.adfleet.sandbox.store.JsonFile;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a client of the Graph API sees when something goes wrong, on purpose or by its own fault.
 */
class MetaFaultsIT {

  private static final String BERLIN = "642093352536336";
  private static final String NEW_YORK = "533845326427046";

  @TempDir static Path data;
  private static MetaWorld meta;
  private static APIContext context;

  @BeforeAll
  static void start() {
    meta = new MetaWorld(Worlds.named("traps"), data);
    context = meta.context();
  }

  @AfterAll
  static void stop() {
    meta.close();
  }

  @AfterEach
  void noFaults() {
    order("[]");
  }

  private static void order(String faults) {
    assertEquals(200, meta.http.send("PUT", "/control/faults", faults).statusCode());
  }

  private static AdAccount.APIRequestGetInsights week(String account) {
    return days(context, account, "campaign", "2026-11-16", "2026-11-22");
  }

  @Test
  void aThrottledAccountSaysWhenToComeAgain() throws APIException {
    order(
        "[{\"platform\":\"meta\",\"account_id\":\"%s\",\"fault\":\"quota_exhausted\",\"times\":1,\"retry_after_seconds\":90}]"
            .formatted(BERLIN));
    assertFalse(week(NEW_YORK).execute().isEmpty());
    HttpResponse<String> answer =
        meta.http.send(
            "GET",
            "/v24.0/act_%s/insights?access_token=%s".formatted(BERLIN, context.getAccessToken()),
            "");
    JsonNode error = HttpCaller.json(answer).get("error");
    assertEquals(80_000, error.get("code").asInt());
    assertEquals(2_446_079, error.get("error_subcode").asInt());
    JsonNode usage = header(answer, "x-business-use-case-usage").get(BERLIN).get(0);
    assertEquals("ads_insights", usage.get("type").asText());
    assertEquals(100, usage.get("call_count").asInt());
    assertEquals(2, usage.get("estimated_time_to_regain_access").asInt());
    assertEquals(90, header(answer, "x-ad-account-usage").get("reset_time_duration").asInt());
    meta.clock.passes(Duration.ofSeconds(89));
    HttpResponse<String> early =
        meta.http.send(
            "GET",
            "/v24.0/act_%s/campaigns?access_token=%s".formatted(BERLIN, context.getAccessToken()),
            "");
    assertEquals(80_004, HttpCaller.json(early).get("error").get("code").asInt());
    assertEquals(1, header(early, "x-ad-account-usage").get("reset_time_duration").asInt());
    assertFalse(week(NEW_YORK).execute().isEmpty());
    meta.clock.passes(Duration.ofSeconds(1));
    assertFalse(week(BERLIN).execute().isEmpty());
    order("[{\"platform\":\"meta\",\"fault\":\"quota_exhausted\",\"code\":17}]");
    JsonObject limit = refused(() -> week(BERLIN).execute());
    assertEquals(17, limit.get("code").getAsInt());
    assertTrue(limit.get("is_transient").getAsBoolean());
    assertTrue(limit.has("error_user_msg") && limit.has("fbtrace_id"));
  }

  @Test
  void anAccountThatIsAskedTooOftenIsBlockedForAMinute() {
    String call = "/v24.0/act_%s?access_token=%s".formatted(NEW_YORK, context.getAccessToken());
    String posts =
        IntStream.range(0, 50)
            .mapToObj(i ->
                "{\"method\":\"POST\",\"relative_url\":\"act_%s/insights\"}".formatted(NEW_YORK))
            .collect(Collectors.joining(",", "[", "]"));
    String batch =
        HttpCaller.form(Map.of("access_token", context.getAccessToken(), "batch", posts));
    for (int i = 0; i < 9_000 / 150; i++) {
      assertEquals(200, meta.http.send("POST", "/v24.0/", batch).statusCode());
    }
    for (int wait : List.of(60, 1)) {
      HttpResponse<String> refused = meta.http.send("GET", call, "");
      assertEquals(80_004, HttpCaller.json(refused).get("error").get("code").asInt());
      assertEquals(wait, header(refused, "x-ad-account-usage").get("reset_time_duration").asInt());
      meta.clock.passes(Duration.ofSeconds(wait == 60 ? 59 : 1));
    }
    assertEquals(200, meta.http.send("GET", call, "").statusCode());
  }

  @Test
  void tokensGrowOldAtOnce() throws APIException {
    order("[{\"platform\":\"meta\",\"fault\":\"token_expired\",\"times\":1}]");
    JsonObject error = refused(() -> week(BERLIN).execute());
    assertEquals(190, error.get("code").getAsInt());
    assertEquals(463, error.get("error_subcode").getAsInt());
    assertFalse(week(BERLIN).execute().isEmpty());
  }

  @Test
  void anAnswerBeginsAndNeverGoesOn() throws Exception {
    order("[{\"platform\":\"meta\",\"fault\":\"hang\",\"times\":1}]");
    String call =
        "/v24.0/act_%s/insights?access_token=%s".formatted(BERLIN, context.getAccessToken());
    HttpRequest request = HttpRequest.newBuilder(URI.create(meta.http.address(call))).build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertEquals(200, answer.statusCode());
    try (InputStream body = answer.body()) {
      assertEquals(0, body.available());
    }
    assertEquals(200, meta.http.send("GET", call, "").statusCode());
  }

  private static JsonNode header(HttpResponse<String> answer, String name) {
    try {
      return JsonFile.JSON.readTree(answer.headers().firstValue(name).orElseThrow());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theHeadersRiseBeforeALimitIsMet() {
    order("[{\"platform\":\"meta\",\"fault\":\"usage_high\",\"percent\":80}]");
    HttpResponse<String> answer =
        meta.http.send(
            "GET",
            "/v24.0/act_%s/campaigns?access_token=%s".formatted(BERLIN, context.getAccessToken()),
            "");
    assertEquals(200, answer.statusCode());
    assertEquals(
        80,
        header(answer, "x-business-use-case-usage").get(BERLIN).get(0).get("call_count").asInt());
    assertEquals(80, header(answer, "x-ad-account-usage").get("acc_id_util_pct").asInt());
  }

  @Test
  void somethingFailsForAMomentOrIsTooMuch() throws APIException {
    order("[{\"platform\":\"meta\",\"fault\":\"transient_error\",\"times\":1}]");
    assertEquals(2, refused(() -> week(BERLIN).execute()).get("code").getAsInt());
    order("[{\"platform\":\"meta\",\"fault\":\"too_much_data\",\"rows\":20}]");
    assertEquals(1, refused(() -> week(BERLIN).execute()).get("code").getAsInt());
    int paged = all(week(BERLIN).setParam("limit", 20)).size();
    order("[]");
    assertEquals(all(week(BERLIN)).size(), paged);
  }

  @Test
  void aRevokedTokenIsHealedByConsentingAgain() throws APIException {
    order("[{\"platform\":\"meta\",\"fault\":\"revoked_token\"}]");
    JsonObject error = refused(() -> week(BERLIN).execute());
    assertEquals(190, error.get("code").getAsInt());
    assertEquals(460, error.get("error_subcode").getAsInt());
    context = meta.context();
    assertEquals(0, meta.http.json("GET", "/control/faults", "").get("items").size());
    assertFalse(week(BERLIN).execute().isEmpty());
  }

  @Test
  void permissionIsDeniedForOneAccount() throws APIException {
    order(
        "[{\"account_id\":\"%s\",\"fault\":\"permission_denied\",\"code\":10},{\"account_id\":\"%s\",\"fault\":\"permission_denied\"}]"
            .formatted(BERLIN, BERLIN));
    assertEquals(10, refused(() -> week(BERLIN).execute()).get("code").getAsInt());
    assertFalse(week(NEW_YORK).execute().isEmpty());
    assertEquals(2, new User("me", context).getAdAccounts().execute().size());
  }

  @ParameterizedTest
  @CsvSource({
    "async_job_failed, Job Failed, 50",
    "async_job_skipped, Job Skipped, 50",
    "async_job_stalled, Job Not Started, 0"
  })
  void aReportDoesNotEndWell(String fault, String status, long percent) throws APIException {
    order("[{\"platform\":\"meta\",\"fault\":\"%s\",\"times\":1}]".formatted(fault));
    AdReportRun run = new AdAccount("act_" + BERLIN, context).getInsightsAsync().execute();
    List<String> states = new ArrayList<>();
    for (int look = 0; look < 4; look++) {
      states.add(run.fetch().getFieldAsyncStatus());
    }
    assertEquals(status, states.getLast(), states.toString());
    assertEquals(percent, run.getFieldAsyncPercentCompletion());
    JsonObject error = refused(() -> run.getInsights().execute());
    assertEquals(2_601, error.get("code").getAsInt());
    AdReportRun next = new AdAccount("act_" + BERLIN, context).getInsightsAsync().execute();
    next.fetch();
    next.fetch();
    assertEquals("Job Completed", next.fetch().getFieldAsyncStatus());
  }

  @Test
  void anotherSecretOrATokenThatNeverWasOneIsRefused() {
    APIContext proof = meta.context(context.getAccessToken(), "another-secret");
    assertEquals(100, refused(() -> new User("me", proof).fetch()).get("code").getAsInt());
    APIContext stranger = meta.context("nonsense", "adfleet-local-secret");
    assertEquals(190, refused(() -> new User("me", stranger).fetch()).get("code").getAsInt());
    HttpResponse<String> nobody = meta.http.send("GET", "/v24.0/me", "");
    assertEquals(401, nobody.statusCode());
    assertEquals(190, HttpCaller.json(nobody).get("error").get("code").asInt());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          act_%s/insights?level=campaign&time_range={"since":"2026-11-22","until":"2026-11-21"} | 100
          act_%s/insights?level=campaign&time_range={"since":"2020-01-01","until":"2026-11-21"} | 3018
          act_%s/insights?level=planet | 100
          act_%s/insights?fields=spend,nonsense | 100
          act_%s/insights?fields=cpm | 100
          act_%s/insights?breakdowns=age | 100
          act_%s/insights?action_attribution_windows=["9d_click"] | 100
          act_%s/insights?time_increment=0 | 100
          act_%s/campaigns?fields=name,nonsense | 100
          act_%s/campaigns?fields=name{ | 2500
          act_%s/campaigns?effective_status=["SLEEPING"] | 100
          act_%s/campaigns?after=nonsense | 100
          act_%s/campaigns?limit=0 | 100
          act_%s/nonsense | 2500
          act_1/campaigns | 100
          12345 | 100
          ?ids=12345 | 803
          a/b/c | 2500
          """)
  void saysWhatIsWrongWithACall(String call, int code) {
    String path =
        call.formatted(BERLIN).replace("\"", "%22").replace("{", "%7B").replace("}", "%7D");
    path = path.replace("[", "%5B").replace("]", "%5D");
    HttpResponse<String> answer =
        meta.http.send(
            "GET",
            "/v24.0/"
                + path
                + (path.contains("?") ? "&" : "?")
                + "access_token="
                + context.getAccessToken(),
            "");
    assertTrue(answer.statusCode() >= 400, answer.body());
    assertEquals(code, HttpCaller.json(answer).get("error").get("code").asInt(), answer.body());
  }

  @Test
  void countsTheCallsByAccountAndKind() throws APIException {
    week(BERLIN).execute();
    JsonNode calls = meta.http.json("GET", "/truth/calls", "").get("items");
    boolean counted = false;
    for (JsonNode call : calls) {
      counted |=
          call.get("platform").asText().equals("meta")
              && call.get("account_id").asText().equals(BERLIN)
              && call.get("operation").asText().equals("insights")
              && call.get("resource").asText().equals("campaign");
    }
    assertTrue(counted, calls.toString());
  }
}
