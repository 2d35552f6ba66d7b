package io.adfleet.sandbox;

import static io.adfleet.sandbox.Traps.ALONE;
import static io.adfleet.sandbox.Traps.BELOW;
import static io.adfleet.sandbox.Traps.DAYS;
import static io.adfleet.sandbox.Traps.MANAGER;
import static io.adfleet.sandbox.Traps.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.ads.googleads.v23.enums.CampaignStatusEnum.CampaignStatus;
import com.google.ads.googleads.v23.services.GoogleAdsRow;
import com.google.ads.googleads.v23.services.SearchGoogleAdsRequest;
import com.google.ads.googleads.v23.services.SearchGoogleAdsResponse;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps world, asked by Google's own client over TLS. */
class GoogleAdsIT {

  @TempDir static Path data;
  private static Traps traps;
  private static GoogleCaller google;
  private static GoogleCaller direct;

  @BeforeAll
  static void start() throws IOException {
    traps = new Traps(data);
    google = traps.caller(traps.credentials(), MANAGER);
    direct = traps.caller(traps.credentials(), null);
  }

  @AfterAll
  static void stop() {
    google.close();
    direct.close();
    traps.close();
  }

  @Test
  void listsWhatIsReachedWithoutAManagerAndTheTreeBelowOne() {
    assertEquals(List.of("customers/" + MANAGER, "customers/" + ALONE), direct.accessible());
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
    assertEquals(
        "google shop 0, \"nord\"", tree.getLast().getCustomerClient().getDescriptiveName());
  }

  @Test
  void saysOfEveryCampaignAndDayWhatTheTruthSays() {
    Map<String, JsonNode> truth = new HashMap<>();
    traps
        .http
        .json("GET", "/truth/daily?account_id=" + BELOW, "")
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
        google.stream(BELOW, "SELECT segments.date, metrics.cost_micros FROM customer" + since)
            .stream()
            .collect(
                Collectors.toMap(
                    row -> row.getSegments().getDate(), row -> row.getMetrics().getCostMicros()));
    totals.values().removeIf(spend -> spend == 0);
    byDate.values().removeIf(spend -> spend == 0);
    assertEquals(byDate, totals);
    Map<String, Long> byHour =
        google.stream(
                BELOW,
                "SELECT campaign.id, segments.date, segments.hour, metrics.cost_micros FROM"
                    + " campaign"
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
    assertTrue(rows.getFirst().getMetrics().getClicks() >= rows.getLast().getMetrics().getClicks());
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
            () -> google.ads.searchCallable().call(request.toBuilder().setPageSize(100).build())));
    assertEquals(
        "INVALID_PAGE_TOKEN",
        refused(() ->
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
        GoogleCredentials.create(AccessToken.newBuilder().setTokenValue("nonsense").build());
    try (GoogleCaller stranger = traps.caller(unknown, null)) {
      assertEquals("OAUTH_TOKEN_INVALID", refused(() -> stranger.stream(ALONE, DAYS)));
    }
  }

  @Test
  void countsTheCalls() {
    google.stream(BELOW, DAYS);
    JsonNode calls = traps.http.json("GET", "/truth/calls", "").get("items");
    boolean counted = false;
    for (JsonNode call : calls) {
      counted |=
          call.get("account_id").asText().equals(BELOW)
              && call.get("operation").asText().equals("search_stream")
              && call.get("resource").asText().equals("campaign");
    }
    assertTrue(counted, calls.toString());
  }
}
