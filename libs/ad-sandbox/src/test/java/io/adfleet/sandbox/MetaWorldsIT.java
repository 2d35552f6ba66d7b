package io.adfleet.sandbox;

import static io.adfleet.sandbox.MetaWorld.all;
import static io.adfleet.sandbox.MetaWorld.days;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.AdAccount;
import com.facebook.ads.sdk.AdsActionStats;
import com.facebook.ads.sdk.AdsInsights;
import com.facebook.ads.sdk.Campaign;
import com.facebook.ads.sdk.User;
import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.store.JsonFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worlds as Meta says them, against the sums computed beside them and against each other. */
class MetaWorldsIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String MONDAY = "2026-11-16";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tiny", "traps", "currencies"})
  void saysTheSumsThatWereComputedBesideIt(String name) throws IOException, APIException {
    Map<String, BigDecimal> said = new HashMap<>();
    try (MetaWorld meta = new MetaWorld(Worlds.named(name), folder)) {
      APIContext context = meta.context();
      for (AdAccount account :
          new User("me", context).getAdAccounts().requestField("account_id").execute()) {
        String since = TODAY.minusDays(400).toString();
        for (AdsInsights row :
            all(days(context, account.getFieldAccountId(), "campaign", since, TODAY.toString()))) {
          String day =
              row.getFieldCampaignId()
                  + "D-"
                  + (TODAY.toEpochDay() - LocalDate.parse(row.getFieldDateStart()).toEpochDay());
          said.put(day + "spend", new BigDecimal(row.getFieldSpend()));
          said.put(day + "impressions", new BigDecimal(row.getFieldImpressions()));
          said.put(day + "clicks", number(row.getFieldInlineLinkClicks()));
          said.put(day + "conversions", number(purchases(row.getFieldActions())));
          said.put(day + "conversion_value", number(purchases(row.getFieldActionValues())));
        }
      }
    }
    JsonNode expected =
        JsonFile.JSON.readTree(Files.readString(Worlds.named(name + ".expected.json")));
    int compared = 0;
    for (JsonNode row : expected.get("by_campaign_day")) {
      if (row.get("platform").asText().equals("meta")) {
        for (String measure :
            List.of("spend", "impressions", "clicks", "conversions", "conversion_value")) {
          String key = row.get("campaign_id").asText() + row.get("date").asText() + measure;
          BigDecimal figure = said.getOrDefault(key, BigDecimal.ZERO);
          assertEquals(0, figure.compareTo(new BigDecimal(row.get(measure).asText())), key);
          said.remove(key);
          compared++;
        }
      }
    }
    assertTrue(compared > 0);
    assertTrue(said.values().stream().allMatch(figure -> figure.signum() == 0), said.toString());
  }

  private static BigDecimal number(String text) {
    return text == null ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static String purchases(List<AdsActionStats> actions) {
    return byType(actions).get("omni_purchase");
  }

  private static Map<String, String> byType(List<AdsActionStats> actions) {
    Map<String, String> byType = new TreeMap<>();
    if (actions != null) {
      actions.forEach(action -> byType.put(action.getFieldActionType(), action.getFieldValue()));
    }
    return byType;
  }

  @Test
  void saysBudgetsInHundredthsOfADinarToo() throws APIException {
    try (MetaWorld meta = new MetaWorld(Worlds.named("currencies"), folder)) {
      APIContext context = meta.context();
      Campaign dinar =
          new AdAccount("act_367671175967719", context)
              .getCampaigns()
              .requestFields(List.of("daily_budget"))
              .execute()
              .getFirst();
      assertEquals(
          0,
          dailyBudget(dinar.getFieldId())
              .movePointRight(2)
              .compareTo(new BigDecimal(dinar.getFieldDailyBudget())));
    }
  }

  private static BigDecimal dailyBudget(String id) {
    try {
      return Files.readAllLines(Worlds.named("currencies").resolve("entities.csv")).stream()
          .map(line -> line.split(",", -1))
          .filter(cells -> cells[2].equals(id))
          .map(cells -> new BigDecimal(cells[7]))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One Meta account in Berlin with campaigns 10 and 12, an ad set 11 of the first and its ads 111
   * and 112.
   */
  private MetaWorld small(String days, String actions) throws IOException {
    Path world = Files.createDirectories(folder.resolve("world"));
    Files.writeString(
        world.resolve("accounts.csv"),
        "name,platform,account_id,currency,time_zone,status\n"
            + "Shop,meta,1,EUR,Europe/Berlin,enabled\nOff,meta,2,EUR,Europe/Berlin,disabled\n"
            + "Lost,meta,3,EUR,Europe/Berlin,no_permission\n");
    Files.writeString(
        world.resolve("entities.csv"),
        """
        account_id,kind,entity_id,parent_id,name,status,channel
        1,campaign,10,,Boots,ACTIVE,OUTCOME_SALES
        1,campaign,12,,Shoes,ACTIVE,OUTCOME_SALES
        1,ad_set,11,10,One,PAUSED,
        1,ad,111,11,First,ACTIVE,
        1,ad,112,11,Second,ARCHIVED,
        2,campaign,20,,Off,ACTIVE,OUTCOME_SALES
        3,campaign,30,,Lost,ACTIVE,OUTCOME_SALES
        """);
    Files.writeString(
        world.resolve("days.csv"),
        "account_id,entity_id,date,hour,spend,impressions,clicks,conversions,conversion_value,leads\n"
            + days);
    if (!actions.isEmpty()) {
      Files.writeString(
          world.resolve("actions.csv"),
          "account_id,entity_id,date,action_type,count,value\n" + actions);
    }
    return new MetaWorld(world, folder.resolve("data"));
  }

  @Test
  void answersRawActionsAsTheyAreAndSumsAFamilyOnce() throws IOException, APIException {
    try (MetaWorld meta =
        small(
            "1,111,%s,,5,50,3,9,90,2\n1,112,%s,,5,50,3,4,40,\n".formatted(MONDAY, MONDAY),
            "1,111,%s,purchase,7,70.50\n1,111,%s,offsite_conversion.fb_pixel_purchase,6,60\n1,111,%s,video_view,33,\n"
                .formatted(MONDAY, MONDAY, MONDAY))) {
      APIContext context = meta.context();
      AdsInsights ad = all(days(context, "1", "ad", MONDAY, MONDAY)).getFirst();
      assertEquals(
          Map.of("purchase", "7", "offsite_conversion.fb_pixel_purchase", "6", "video_view", "33"),
          byType(ad.getFieldActions()));
      AdsInsights campaign = all(days(context, "1", "campaign", MONDAY, MONDAY)).getFirst();
      assertEquals("11", byType(campaign.getFieldActions()).get("omni_purchase"));
      assertEquals("110.5", byType(campaign.getFieldActionValues()).get("omni_purchase"));
      assertEquals("3", byType(campaign.getFieldActions()).get("link_click"));
      JsonNode truth =
          meta.http.json("GET", "/truth/daily?account_id=1&from=" + MONDAY, "").get("items").get(0);
      assertEquals("11", truth.get("conversions").asText());
      assertEquals("110.5", truth.get("conversion_value").asText());
      meta.http.send(
          "POST",
          "/control/restate",
          "{\"account_id\":\"1\",\"entity_id\":\"111\",\"date\":\"%s\",\"spend\":1,\"conversions\":2}"
              .formatted(MONDAY));
      AdsInsights restated = all(days(context, "1", "campaign", MONDAY, MONDAY)).getFirst();
      assertEquals("6", byType(restated.getFieldActions()).get("omni_purchase"));
      assertEquals("6", restated.getFieldSpend());
    }
  }

  @Test
  void theAccountSaysTheRawPurchasesOfAllItsCampaigns() throws IOException, APIException {
    String tuesday = LocalDate.parse(MONDAY).plusDays(1).toString();
    try (MetaWorld meta =
        small(
            "1,10,%s,,5,50,3,7,70,\n1,10,%s,,5,50,3,2,20,\n1,12,%s,,5,50,3,4,40,\n"
                .formatted(MONDAY, tuesday, MONDAY),
            "1,10,%s,purchase,7,70\n1,10,%s,omni_purchase,2,20\n1,12,%s,omni_purchase,4,40\n1,12,%s,purchase,3,30\n"
                .formatted(MONDAY, tuesday, MONDAY, MONDAY))) {
      APIContext context = meta.context();
      Map<String, Map<String, String>> ofCampaigns = new TreeMap<>();
      all(days(context, "1", "campaign", MONDAY, MONDAY))
          .forEach(row -> ofCampaigns.put(row.getFieldCampaignId(), byType(row.getFieldActions())));
      assertEquals(
          Map.of(
              "10", Map.of("purchase", "7"), "12", Map.of("omni_purchase", "4", "purchase", "3")),
          ofCampaigns);
      AdsInsights account = all(days(context, "1", "account", MONDAY, MONDAY)).getFirst();
      assertEquals("11", purchases(account.getFieldActions()));
      assertEquals("110", purchases(account.getFieldActionValues()));
      assertEquals("10", byType(account.getFieldActions()).get("purchase"));
      AdsInsights both =
          all(days(context, "1", "campaign", MONDAY, tuesday).setTimeIncrement("all_days")).stream()
              .filter(row -> row.getFieldCampaignId().equals("10"))
              .findFirst()
              .orElseThrow();
      assertEquals("9", purchases(both.getFieldActions()));
      List<AdsInsights> hours =
          all(
              days(context, "1", "account", MONDAY, MONDAY)
                  .setBreakdowns("[\"hourly_stats_aggregated_by_advertiser_time_zone\"]"));
      assertEquals(
          0,
          new BigDecimal(11)
              .compareTo(
                  hours.stream()
                      .map(hour -> number(purchases(hour.getFieldActions())))
                      .reduce(BigDecimal.ZERO, BigDecimal::add)));
    }
  }

  @Test
  void windowsSayPartsOfTheValueAndEmptyFamiliesAreLeftOut() throws IOException, APIException {
    try (MetaWorld meta = small("1,111,%s,,5,50,3,9,90,\n".formatted(MONDAY), "")) {
      AdsInsights row =
          all(days(meta.context(), "1", "ad", MONDAY, MONDAY)
                  .setActionAttributionWindows("[\"7d_click\",\"1d_view\",\"1d_click\"]"))
              .getFirst();
      assertFalse(byType(row.getFieldActions()).containsKey("lead"));
      AdsActionStats purchase =
          row.getFieldActions().stream()
              .filter(action -> action.getFieldActionType().equals("purchase"))
              .findFirst()
              .orElseThrow();
      assertEquals("9", purchase.getFieldValue());
      assertEquals("7", purchase.getField7dClick());
      assertEquals("2", purchase.getField1dView());
      assertEquals("5", purchase.getField1dClick());
      assertNull(purchase.getField28dClick());
    }
  }

  @Test
  void todayGrowsWithItsMinutesAndHoursWithoutImpressionsAreLeftOut()
      throws IOException, APIException {
    String today = TODAY.toString();
    try (MetaWorld meta =
        small(
            "1,111,%s,16,6,60,6,6,60,\n1,111,%s,9,1,0,0,1,10,\n1,111,%s,10,1,5,0,1,10,\n"
                .formatted(today, today, today),
            "")) {
      APIContext context = meta.context();
      assertEquals(
          "4", all(days(context, "1", "campaign", today, today)).getFirst().getFieldSpend());
      meta.http.send("POST", "/control/advance?minutes=60", "");
      AdsInsights later = all(days(context, "1", "campaign", today, today)).getFirst();
      assertEquals("8", later.getFieldSpend());
      List<AdsInsights> hours =
          all(
              days(context, "1", "campaign", today, today)
                  .setBreakdowns("[\"hourly_stats_aggregated_by_advertiser_time_zone\"]"));
      assertEquals(
          List.of("10:00:00 - 10:59:59", "16:00:00 - 16:59:59"),
          hours.stream()
              .map(AdsInsights::getFieldHourlyStatsAggregatedByAdvertiserTimeZone)
              .toList());
      assertEquals("6", purchases(hours.getLast().getFieldActions()));
    }
  }

  @Test
  void anAccountThatIsOffOrLostSaysSo() throws IOException, APIException {
    try (MetaWorld meta = small("", "")) {
      APIContext context = meta.context();
      assertEquals(2L, new AdAccount("act_2", context).fetch().getFieldAccountStatus());
      for (String id : List.of("2", "3")) {
        assertEquals(
            200,
            MetaWorld.refused(() -> days(context, id, "campaign", MONDAY, MONDAY).execute())
                .get("code")
                .getAsInt());
      }
      assertEquals(
          200, MetaWorld.refused(() -> new Campaign("30", context).fetch()).get("code").getAsInt());
    }
  }

  @Test
  void aPausedAdSetShowsInItsAds() throws IOException, APIException {
    try (MetaWorld meta = small("", "")) {
      JsonNode ads =
          meta.http
              .json(
                  "GET",
                  "/v24.0/10/ads?fields=status,effective_status&access_token="
                      + meta.http.metaToken(),
                  "")
              .get("data");
      assertEquals(1, ads.size());
      assertEquals("ACTIVE", ads.get(0).get("status").asText());
      assertEquals("ADSET_PAUSED", ads.get(0).get("effective_status").asText());
    }
  }
}
