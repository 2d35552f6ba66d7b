package io.adfleet.sandbox;

import static io.adfleet.sandbox.MetaWorld.all;
import static io.adfleet.sandbox.MetaWorld.days;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.Ad;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdReportRun;
import com.facebook.ads.sdk.AdSet;
import com.facebook.ads.sdk.AdsActionStats;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import com.facebook.ads.sdk.User;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps world, asked by Meta's own client. */
class MetaGraphIT {

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

  @Test
  void listsThePersonsAccounts() throws APIException {
    List<AdAccount> accounts = new ArrayList<>();
    new User("me", context)
        .getAdAccounts()
        .requestFields(List.of("account_id", "name", "currency", "timezone_name", "account_status"))
        .setParam("limit", 1)
        .execute()
        .withAutoPaginationIterator(true)
        .iterator()
        .forEachRemaining(accounts::add);
    assertEquals(
        List.of(BERLIN, NEW_YORK), accounts.stream().map(AdAccount::getFieldAccountId).toList());
    AdAccount last = accounts.getLast();
    assertEquals("meta shop 3, \"東\"", last.getFieldName());
    assertEquals("America/New_York", last.getFieldTimezoneName());
    assertEquals("USD", last.getFieldCurrency());
    assertEquals(1L, last.getFieldAccountStatus());
    assertEquals("USD", new AdAccount("act_" + BERLIN, context).fetch().getFieldCurrency());
  }

  @Test
  void leavesOutWhatIsDeletedUnlessItIsAskedFor() throws APIException {
    Set<String> alive = ids(campaigns().execute());
    Set<String> everything =
        ids(
            campaigns()
                .setEffectiveStatus("[\"ACTIVE\",\"PAUSED\",\"DELETED\",\"ARCHIVED\"]")
                .execute());
    Set<String> deleted = new TreeSet<>(everything);
    deleted.removeAll(alive);
    assertFalse(deleted.isEmpty());
    String one = deleted.iterator().next();
    assertEquals(
        "DELETED", new Campaign(one, context).fetch().getFieldEffectiveStatus().toString());
    assertTrue(
        ids(campaigns()
                .setParam("filtering", MetaWorld.EVERY_STATE.formatted("campaign"))
                .execute())
            .contains(one));
  }

  private static AdAccount.APIRequestGetCampaigns campaigns() {
    return new AdAccount("act_" + BERLIN, context)
        .getCampaigns()
        .requestFields(List.of("name", "objective", "effective_status", "daily_budget"))
        .setParam("limit", 100);
  }

  private static Set<String> ids(APINodeList<Campaign> campaigns) {
    return campaigns.stream()
        .map(Campaign::getFieldId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void knowsAdSetsAdsAndCreatives() throws APIException {
    AdAccount account = new AdAccount("act_" + BERLIN, context);
    AdSet adSet =
        account
            .getAdSets()
            .requestFields(List.of("name", "campaign{name}", "campaign_id", "effective_status"))
            .execute()
            .getFirst();
    assertEquals(adSet.getFieldCampaignId(), adSet.getFieldCampaign().getFieldId());
    Ad ad =
        account
            .getAds()
            .requestFields(
                List.of(
                    "name", "adset_id", "campaign_id", "creative{name,object_type,thumbnail_url}"))
            .execute()
            .getFirst();
    assertEquals("PHOTO", ad.getFieldCreative().getFieldObjectType().toString());
    assertEquals(
        ad.getFieldCreative().getFieldId(),
        account.getAdCreatives().requestField("name").execute().getFirst().getFieldId());
    assertFalse(
        new AdSet(ad.getFieldAdsetId(), context).getAds().requestField("name").execute().isEmpty());
  }

  @Test
  void saysOfEveryCampaignAndDayWhatTheTruthSays() throws APIException {
    Map<String, JsonNode> truth = new HashMap<>();
    meta.http
        .json("GET", "/truth/daily?account_id=" + BERLIN, "")
        .get("items")
        .forEach(row -> truth.put(row.get("entity_id").asText() + row.get("date").asText(), row));
    List<AdsInsights> rows = all(days(context, BERLIN, "campaign", "2026-08-01", "2026-11-22"));
    assertTrue(rows.size() > 100);
    for (AdsInsights row : rows) {
      JsonNode said = truth.remove(row.getFieldCampaignId() + row.getFieldDateStart());
      assertSame(said, "spend", row.getFieldSpend());
      assertSame(said, "impressions", row.getFieldImpressions());
      assertSame(said, "clicks", row.getFieldInlineLinkClicks());
      for (String type :
          List.of("omni_purchase", "purchase", "offsite_conversion.fb_pixel_purchase")) {
        assertSame(said, "conversions", value(row.getFieldActions(), type));
        assertSame(said, "conversion_value", value(row.getFieldActionValues(), type));
      }
    }
    assertTrue(truth.values().stream().allMatch(row -> row.get("impressions").asLong() == 0));
  }

  private static void assertSame(JsonNode said, String measure, String text) {
    assertEquals(
        new BigDecimal(said.get(measure).asText()),
        new BigDecimal(text == null ? "0" : text),
        measure + " of " + said);
  }

  private static String value(List<AdsActionStats> actions, String type) {
    return actions == null
        ? null
        : actions.stream()
            .filter(action -> action.getFieldActionType().equals(type))
            .map(AdsActionStats::getFieldValue)
            .findFirst()
            .orElse(null);
  }

  @Test
  void theAccountsTotalIsTheSumOfItsCampaignsDeletedOnesIncluded() throws APIException {
    Map<String, BigDecimal> byDate = new HashMap<>();
    for (AdsInsights row : all(days(context, NEW_YORK, "campaign", "2026-09-01", "2026-11-22"))) {
      byDate.merge(row.getFieldDateStart(), new BigDecimal(row.getFieldSpend()), BigDecimal::add);
    }
    Map<String, BigDecimal> totals = new HashMap<>();
    for (AdsInsights row :
        all(days(context, NEW_YORK, "account", "2026-09-01", "2026-11-22").setFiltering("[]"))) {
      assertNull(row.getFieldCampaignId());
      totals.put(row.getFieldDateStart(), new BigDecimal(row.getFieldSpend()).stripTrailingZeros());
    }
    byDate.replaceAll((date, spend) -> spend.stripTrailingZeros());
    assertEquals(totals, byDate);
    int alive =
        all(days(context, NEW_YORK, "campaign", "2026-09-01", "2026-11-22").setFiltering("[]"))
            .size();
    assertTrue(alive < all(days(context, NEW_YORK, "campaign", "2026-09-01", "2026-11-22")).size());
  }

  @Test
  void hoursSumToTheDayWhereNoneIsLeftOut() throws APIException {
    List<AdsInsights> hours =
        all(
            days(context, BERLIN, "campaign", "2026-11-21", "2026-11-21")
                .setBreakdowns("[\"hourly_stats_aggregated_by_advertiser_time_zone\"]"));
    Map<String, Long> byCampaign =
        hours.stream()
            .collect(
                Collectors.groupingBy(
                    AdsInsights::getFieldCampaignId,
                    Collectors.summingLong(row -> Long.parseLong(row.getFieldImpressions()))));
    Map<String, Long> wanted =
        all(days(context, BERLIN, "campaign", "2026-11-21", "2026-11-21")).stream()
            .filter(row -> !row.getFieldImpressions().equals("0"))
            .collect(
                Collectors.toMap(
                    AdsInsights::getFieldCampaignId,
                    row -> Long.parseLong(row.getFieldImpressions())));
    assertEquals(wanted, byCampaign);
    assertTrue(hours.stream().noneMatch(row -> row.getFieldImpressions().equals("0")));
    assertTrue(
        hours.stream()
            .anyMatch(row ->
                "20:00:00 - 20:59:59"
                    .equals(row.getFieldHourlyStatsAggregatedByAdvertiserTimeZone())));
  }

  @Test
  void aReportRunsByItselfAndSaysTheSame() throws APIException {
    AdReportRun run =
        new AdAccount("act_" + BERLIN, context)
            .getInsightsAsync()
            .setLevel("ad")
            .setTimeIncrement("1")
            .setTimeRange("{\"since\":\"2026-11-15\",\"until\":\"2026-11-22\"}")
            .setFiltering(MetaWorld.EVERY_STATE.formatted("ad"))
            .setFields(MetaWorld.FIELDS)
            .execute();
    List<String> states = new ArrayList<>();
    do {
      run.fetch();
      states.add(run.getFieldAsyncStatus() + " " + run.getFieldAsyncPercentCompletion());
    } while (!run.getFieldAsyncStatus().equals("Job Completed") && states.size() < 9);
    assertEquals(List.of("Job Not Started 0", "Job Running 100", "Job Completed 100"), states);
    List<AdsInsights> rows = new ArrayList<>();
    run.getInsights()
        .setParam("limit", 50)
        .execute()
        .withAutoPaginationIterator(true)
        .iterator()
        .forEachRemaining(rows::add);
    List<AdsInsights> atOnce = all(days(context, BERLIN, "ad", "2026-11-15", "2026-11-22"));
    assertEquals(atOnce.size(), rows.size());
    assertEquals(spend(atOnce), spend(rows));
  }

  private static BigDecimal spend(List<AdsInsights> rows) {
    return rows.stream()
        .map(row -> new BigDecimal(row.getFieldSpend()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
