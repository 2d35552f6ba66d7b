package io.adfleet.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.ads.googleads.v23.enums.CampaignStatusEnum.CampaignStatus;
import com.google.ads.googleads.v23.errors.GoogleAdsException;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.auth.Credentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps world, asked by Google's own client over TLS. */
class GoogleAdsIT {

  private static final String MANAGER = "7333232862";
  private static final String BELOW = "8157178489";
  private static final String ALONE = "1418548119";
  private static final String DAYS =
      "SELECT campaign.id, campaign.name, campaign.status, segments.date, metrics.cost_micros,"
          + " metrics.impressions, metrics.clicks, metrics.conversions, metrics.conversions_value"
          + " FROM campaign WHERE segments.date BETWEEN '2026-08-01' AND '2026-11-22'";

  @TempDir static Path data;
  private static Sandbox sandbox;
  private static HttpCaller http;
  private static GoogleCaller google;
  private static GoogleCaller direct;

  @BeforeAll
  static void start() throws IOException {
    SetClock clock = new SetClock("2026-11-22T15:20:00Z");
    sandbox =
        Sandbox.start(SandboxConfig.forTests(Worlds.named("traps"), data).withClock(clock));
    http = new HttpCaller(sandbox);
    google = caller(credentials(), MANAGER);
    direct = caller(credentials(), null);
  }

  private static GoogleCaller caller(Credentials credentials, String login) throws IOException {
    return new GoogleCaller(sandbox, data.resolve("tls/cert.pem"), credentials, login);
  }

  private static Credentials credentials() {
    return UserCredentials.newBuilder()
        .setClientId("adfleet-local")
        .setClientSecret("adfleet-local-secret")
        .setRefreshToken(http.refreshToken())
        .setTokenServerUri(URI.create(http.address("/token")))
        .build();
  }

  @AfterAll
  static void stop() {
    google.close();
    direct.close();
    sandbox.close();
  }

  @AfterEach
  void noFaults() {
    http.send("PUT", "/control/faults", "[]");
  }

  @Test
  void listsWhatIsReachedWithoutAManagerAndTheTreeBelowOne() {
    assertEquals(
        List.of("customers/" + MANAGER, "customers/" + ALONE), direct.accessible());
    List<GoogleAdsRow> tree =
        google.stream(
            MANAGER,
            "SELECT customer_client.id, customer_client.level, customer_client.manager,"
                + " customer_client.descriptive_name, customer_client.currency_code,"
                + " customer_client.time_zone, customer_client.status FROM customer_client");
    assertEquals(2, tree.size());
    assertTrue(tree.getFirst().getCustomerClient().getManager());
    assertEquals(Long.parseLong(BELOW), tree.getLast().getCustomerClient().getId());
    assertEquals("America/Los_Angeles", tree.getLast().getCustomerClient().getTimeZone());
    assertEquals("google shop 0, \"nord\"", tree.getLast().getCustomerClient().getDescriptiveName());
  }

  @Test
  void saysOfEveryCampaignAndDayWhatTheTruthSays() {
    Map<String, JsonNode> truth = new HashMap<>();
    http.json("GET", "/truth/daily?account_id=" + BELOW, "")
        .get("items")
        .forEach(row -> truth.put(row.get("entity_id").asText() + row.get("date").asText(), row));
    List<GoogleAdsRow> rows = google.stream(BELOW, DAYS);
    assertTrue(rows.size() > 100);
    for (GoogleAdsRow row : rows) {
      JsonNode said = truth.remove(row.getCampaign().getId() + row.getSegments().getDate());
      assertEquals(
          new BigDecimal(said.get("spend").asText()).movePointRight(6).longValueExact(),
          row.getMetrics().getCostMicros());
      assertEquals(said.get("clicks").asLong(), row.getMetrics().getClicks());
      assertEquals(
          new BigDecimal(said.get("conversions").asText()),
          new BigDecimal(Double.toString(row.getMetrics().getConversions())).stripTrailingZeros());
    }
    assertTrue(truth.values().stream().allMatch(row -> row.get("impressions").asLong() == 0));
    assertTrue(
        rows.stream().anyMatch(row -> row.getCampaign().getStatus() == CampaignStatus.REMOVED));
  }

  @Test
  void theAccountsTotalIsTheSumOfItsCampaignsAndTheHoursAreTheDay() {
    String since = " WHERE segments.date BETWEEN '2026-11-15' AND '2026-11-22'";
    Map<String, Long> byDate =
        google.stream(BELOW, DAYS.replace("2026-08-01", "2026-11-15")).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getSegments().getDate(),
                    Collectors.summingLong(row -> row.getMetrics().getCostMicros())));
    Map<String, Long> totals =
        google
            .stream(BELOW, "SELECT segments.date, metrics.cost_micros FROM customer" + since)
            .stream()
            .collect(
                Collectors.toMap(
                    row -> row.getSegments().getDate(), row -> row.getMetrics().getCostMicros()));
    totals.values().removeIf(spend -> spend == 0);
    byDate.values().removeIf(spend -> spend == 0);
    assertEquals(byDate, totals);
    Map<String, Long> byHour =
        google
            .stream(
                BELOW,
                "SELECT campaign.id, segments.date, segments.hour, metrics.cost_micros FROM campaign"
                    + since)
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getSegments().getDate(),
                    Collectors.summingLong(row -> row.getMetrics().getCostMicros())));
    assertEquals(byDate, byHour);
  }

  @Test
  void filtersSortsLimitsAndProjects() {
    List<GoogleAdsRow> rows =
        google.stream(
            BELOW,
            "SELECT campaign.name, metrics.clicks FROM campaign WHERE campaign.status = 'ENABLED'"
                + " AND campaign.advertising_channel_type != 'PERFORMANCE_MAX'"
                + " AND segments.date DURING LAST_30_DAYS ORDER BY metrics.clicks DESC LIMIT 2");
    assertEquals(2, rows.size());
    assertTrue(
        rows.getFirst().getMetrics().getClicks() >= rows.getLast().getMetrics().getClicks());
    assertEquals(0, rows.getFirst().getCampaign().getId());
    assertFalse(rows.getFirst().getCampaign().getResourceName().isEmpty());
    assertFalse(rows.getFirst().getMetrics().hasCostMicros());
  }

  @Test
  void knowsEveryLevelAndItsBudget() {
    assertEquals(
        2, google.stream(BELOW, "SELECT asset_group.id, campaign.id FROM asset_group").size());
    List<GoogleAdsRow> ads =
        google.stream(
            BELOW,
            "SELECT ad_group_ad.ad.id, ad_group_ad.ad.name, ad_group_ad.status, ad_group.id,"
                + " campaign.id FROM ad_group_ad");
    assertEquals(16, ads.size());
    assertEquals(263913574311L, ads.getFirst().getAdGroupAd().getAd().getId());
    assertEquals(26391357431L, ads.getFirst().getAdGroup().getId());
    GoogleAdsRow campaign =
        google.stream(
                BELOW,
                "SELECT campaign.name, campaign_budget.amount_micros FROM campaign"
                    + " WHERE campaign.id = 2639135743")
            .getFirst();
    assertEquals("Retarget <b> 0", campaign.getCampaign().getName());
    assertEquals(321_230_000, campaign.getCampaignBudget().getAmountMicros());
  }

  @Test
  void searchAnswersInPagesAndRefusesAPageSize() {
    SearchGoogleAdsRequest request =
        SearchGoogleAdsRequest.newBuilder()
            .setCustomerId(BELOW)
            .setQuery("SELECT campaign.id FROM campaign")
            .build();
    SearchGoogleAdsResponse page = google.ads.searchCallable().call(request);
    assertEquals(5, page.getResultsCount());
    assertEquals(List.of("campaign.id"), page.getFieldMask().getPathsList());
    assertEquals(
        "PAGE_SIZE_NOT_SUPPORTED",
        refused(
            () ->
                google.ads.searchCallable().call(request.toBuilder().setPageSize(100).build())));
    assertEquals(
        "INVALID_PAGE_TOKEN",
        refused(
            () ->
                google
                    .ads
                    .searchCallable()
                    .call(request.toBuilder().setPageToken("nonsense").build())));
  }

  @Test
  void saysNoAsGoogleDoes() throws IOException {
    assertEquals("REQUESTED_METRICS_FOR_MANAGER", refused(() -> google.stream(MANAGER, DAYS)));
    assertEquals("USER_PERMISSION_DENIED", refused(() -> direct.stream(BELOW, DAYS)));
    assertEquals("USER_PERMISSION_DENIED", refused(() -> google.stream(ALONE, DAYS)));
    assertEquals("USER_PERMISSION_DENIED", refused(() -> direct.stream("999", DAYS)));
    assertEquals(
        "UNRECOGNIZED_FIELD",
        refused(() -> direct.stream(ALONE, "SELECT campaign.nonsense FROM campaign")));
    GoogleCredentials unknown =
        GoogleCredentials.create(
            AccessToken.newBuilder().setTokenValue("nonsense").build());
    try (GoogleCaller stranger = caller(unknown, null)) {
      assertEquals("OAUTH_TOKEN_INVALID", refused(() -> stranger.stream(ALONE, DAYS)));
    }
  }

  @Test
  void aFaultHitsAsOftenAsOrdered() {
    http.send(
        "PUT",
        "/control/faults",
        "[{\"platform\":\"google\",\"account_id\":\"" + ALONE + "\",\"fault\":\"quota_exhausted\","
            + "\"times\":2,\"retry_after_seconds\":7}]");
    for (int i = 0; i < 2; i++) {
      GoogleAdsException quota =
          assertThrows(GoogleAdsException.class, () -> direct.stream(ALONE, DAYS));
      assertEquals(
          7,
          quota
              .getGoogleAdsFailure()
              .getErrors(0)
              .getDetails()
              .getQuotaErrorDetails()
              .getRetryDelay()
              .getSeconds());
      google.stream(BELOW, DAYS);
    }
    assertFalse(direct.stream(ALONE, DAYS).isEmpty());
    assertEquals(0, http.json("GET", "/control/faults", "").get("items").size());
  }

  @Test
  void aStreamDiesInTheMiddle() {
    int whole = direct.stream(ALONE, DAYS).size();
    http.send(
        "PUT",
        "/control/faults",
        "[{\"operation\":\"search_stream:campaign\",\"fault\":\"stream_dies\",\"times\":1}]");
    List<GoogleAdsRow> some = new ArrayList<>();
    assertEquals("TRANSIENT_ERROR", refused(() -> direct.stream(ALONE, DAYS, some)));
    assertTrue(!some.isEmpty() && some.size() < whole);
    assertEquals(whole, direct.stream(ALONE, DAYS).size());
  }

  @Test
  void aRevokedTokenIsHealedByConsentingAgain() throws IOException {
    Credentials before = credentials();
    try (GoogleCaller caller = caller(before, null)) {
      caller.accessible();
      http.send("PUT", "/control/faults", "[{\"platform\":\"google\",\"fault\":\"revoked_token\"}]");
      assertEquals("OAUTH_TOKEN_REVOKED", refused(caller::accessible));
    }
    assertEquals(1, http.json("GET", "/control/faults", "").get("items").size());
    google.close();
    direct.close();
    google = caller(credentials(), MANAGER);
    direct = caller(credentials(), null);
    assertEquals(0, http.json("GET", "/control/faults", "").get("items").size());
    assertEquals(2, direct.accessible().size());
  }

  @Test
  void permissionIsDeniedForOneAccount() {
    http.send(
        "PUT",
        "/control/faults",
        "[{\"account_id\":\"" + ALONE + "\",\"fault\":\"permission_denied\"}]");
    for (int i = 0; i < 3; i++) {
      assertEquals("USER_PERMISSION_DENIED", refused(() -> direct.stream(ALONE, DAYS)));
    }
    assertFalse(google.stream(BELOW, DAYS).isEmpty());
  }

  @Test
  void countsTheCalls() {
    google.stream(BELOW, DAYS);
    JsonNode calls = http.json("GET", "/truth/calls", "").get("items");
    boolean counted = false;
    for (JsonNode call : calls) {
      counted |=
          call.get("account_id").asText().equals(BELOW)
              && call.get("operation").asText().equals("search_stream")
              && call.get("resource").asText().equals("campaign");
    }
    assertTrue(counted, calls.toString());
  }

  @Test
  void aStreamOfManyRowsArrivesWhole(@TempDir Path folder) throws IOException {
    StringBuilder days = new StringBuilder();
    for (int day = 1; day <= 900; day++) {
      days.append("1,10,D-").append(day).append(",,24.24,240,24,24,24\n");
    }
    Worlds.small(folder.resolve("world"), "Europe/Berlin", days.toString());
    try (Sandbox large =
        Sandbox.start(
            SandboxConfig.forTests(folder.resolve("world"), folder.resolve("data")))) {
      HttpCaller caller = new HttpCaller(large);
      String token =
          HttpCaller.json(caller.redeem(caller.code(HttpCaller.ask()))).get("access_token").asText();
      GoogleCredentials bearer =
          GoogleCredentials.create(AccessToken.newBuilder().setTokenValue(token).build());
      String from = LocalDate.now(java.time.ZoneId.of("Europe/Berlin")).minusDays(900).toString();
      try (GoogleCaller client =
          new GoogleCaller(large, folder.resolve("data/tls/cert.pem"), bearer, null)) {
        String query =
            "SELECT segments.date, segments.hour, metrics.impressions FROM campaign"
                + " WHERE segments.date BETWEEN '%s' AND '2999-01-01'".formatted(from);
        List<GoogleAdsRow> rows = client.stream("1", query);
        assertTrue(rows.size() > 20_000, "rows " + rows.size());
        assertEquals(
            900 * 240, rows.stream().mapToLong(row -> row.getMetrics().getImpressions()).sum());
        int paged = 0;
        String next = "";
        do {
          SearchGoogleAdsResponse page =
              client
                  .ads
                  .searchCallable()
                  .call(
                      SearchGoogleAdsRequest.newBuilder()
                          .setCustomerId("1")
                          .setQuery(query)
                          .setPageToken(next)
                          .build());
          paged += page.getResultsCount();
          next = page.getNextPageToken();
        } while (!next.isEmpty());
        assertEquals(rows.size(), paged);
      }
    }
    assertTrue(Files.exists(folder.resolve("data/sandbox.json")));
  }

  private static String refused(Runnable call) {
    var code =
        assertThrows(GoogleAdsException.class, call::run)
            .getGoogleAdsFailure()
            .getErrors(0)
            .getErrorCode();
    return switch (code.getErrorCodeCase()) {
      case QUERY_ERROR -> code.getQueryError().name();
      case REQUEST_ERROR -> code.getRequestError().name();
      case AUTHENTICATION_ERROR -> code.getAuthenticationError().name();
      case AUTHORIZATION_ERROR -> code.getAuthorizationError().name();
      case QUOTA_ERROR -> code.getQuotaError().name();
      case INTERNAL_ERROR -> code.getInternalError().name();
      default -> code.toString();
    };
  }
}
