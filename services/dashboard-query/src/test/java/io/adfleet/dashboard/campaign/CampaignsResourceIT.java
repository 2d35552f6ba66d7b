package io.adfleet.dashboard.campaign;

import static io.adfleet.dashboard.Fleet.figures;
import static io.adfleet.dashboard.Fleet.spending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.adfleet.contracts.Slice;
import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class CampaignsResourceIT {

  private static final String DAYS = "/campaigns?start=2026-11-19&end=2026-11-20";

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void listsEveryCampaignWithItsFiguresAndWhatItsChildrenDontExplain() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    UUID brand = google.named("campaign", "1", null, "Brand", "active", "SEARCH");
    UUID group = google.named("ad_group", "11", brand, "Group", "active", null);
    google.named("ad", "111", group, "Ad", "paused", null);
    UUID max = google.named("campaign", "2", null, "Max", "active", "PERFORMANCE_MAX");
    google.named("asset_group", "21", max, "Assets", "active", null);
    google.named("campaign", "3", null, "Old", "removed", "SEARCH");
    for (String date : List.of("2026-11-19", "2026-11-20")) {
      google.day("1", date, 1, figures("10", 1000, 20, "2", "50"));
      google.day("2", date, 1, figures("20", 100, 5, "0", "0"));
      google.closed(date, date + "T23:59:00Z", null);
    }
    for (String level : List.of("ad_group", "asset_group", "ad")) {
      google.closed(Slice.PERFORMANCE, level, "2026-11-20", 1, "2026-11-21T03:00:00Z", null);
    }
    google.day("ad_group", "11", "2026-11-20", 1, figures("10", 1000, 20, "2", "50"));
    google.day("asset_group", "21", "2026-11-20", 1, figures("12.5", 60, 3, "0", "0"));
    google.day("ad", "111", "2026-11-20", 1, figures("9", 900, 18, "2", "50"));
    fleet.say();

    JsonPath list =
        fleet.await(
            DAYS,
            json ->
                json.getList("items").size() == 3
                    && "7.5".equals(json.get("items[0].not_broken_down.spend"))
                    && "20".equals(json.get("items[1].spend"))
                    && "removed".equals(json.get("items[2].status")));
    assertThat(list.getList("items.name", String.class)).containsExactly("Max", "Brand", "Old");
    assertThat(list.getList("items.spend", String.class)).containsExactly("40", "20", "0");
    assertThat(list.getInt("items[0].not_broken_down.impressions")).isEqualTo(40);
    assertThat(list.getString("items[1].not_broken_down.spend")).isEqualTo("0");
    assertThat(list.getString("items[1].roas")).isEqualTo("5");
    assertThat(list.getString("items[1].ctr")).isEqualTo("0.02");
    assertThat((Object) list.get("items[2].ctr")).isNull();
    assertThat(list.getString("items[1].platform_status")).isEqualTo("ACTIVE");
    assertThat(list.getString("items[1].currency")).isEqualTo("EUR");
    assertThat((Object) list.get("next_cursor")).isNull();
    assertThat(list.getList("completeness.missing.level", String.class))
        .containsExactly("ad_group", "asset_group");
    assertThat(list.getString("completeness.missing[0].to")).isEqualTo("2026-11-19");
    assertThat(list.getString("completeness.missing[0].reason")).isEqualTo("before_history");

    JsonPath groups = fleet.await(DAYS + "&parent=" + brand, json -> true);
    assertThat(groups.getList("items.kind", String.class)).containsExactly("ad_group");
    assertThat(groups.getString("items[0].spend")).isEqualTo("10");
    assertThat(groups.getString("items[0].not_broken_down.spend")).isEqualTo("1");
    JsonPath ads = fleet.await(DAYS + "&parent=" + group, json -> true);
    assertThat(ads.getString("items[0].spend")).isEqualTo("9");
    assertThat((Object) ads.get("items[0].not_broken_down")).isNull();
    JsonPath earlier =
        fleet.await("/campaigns?start=2026-11-19&end=2026-11-19&parent=" + brand, json -> true);
    assertThat((Object) earlier.get("items[0].spend")).isNull();
    assertThat(earlier.getString("items[0].reason")).isEqualTo("before_history");

    assertThat(
            fleet
                .await(DAYS + "&status=removed,paused", json -> true)
                .getList("items.name", String.class))
        .containsExactly("Old");
    assertThat(fleet.await(DAYS + "&sort=ctr", json -> true).getList("items.name", String.class))
        .containsExactly("Brand", "Max", "Old");
    assertThat(fleet.await(DAYS + "&sort=-ctr", json -> true).getList("items.name", String.class))
        .containsExactly("Max", "Brand", "Old");
  }

  @Test
  void anAdSetIsTheSumOfItsAds() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account meta = fleet.account("meta", "222", "EUR", "Europe/Berlin");
    UUID brand = meta.named("campaign", "1", null, "Brand", "active", "OUTCOME_SALES");
    UUID set = meta.named("ad_group", "11", brand, "Set", "active", null);
    meta.named("ad_group", "12", brand, "Empty set", "paused", null);
    meta.named("ad", "111", set, "Ad", "active", null);
    meta.named("ad", "112", set, "Old ad", "removed", null);
    for (String date : List.of("2026-11-19", "2026-11-20")) {
      meta.day("1", date, 1, figures("10", 1000, 20, "2", "50"));
      meta.closed(date, date + "T23:59:00Z", null);
    }
    meta.closed(Slice.PERFORMANCE, "ad", "2026-11-20", 1, "2026-11-21T03:00:00Z", null);
    meta.day("ad", "111", "2026-11-20", 1, figures("6", 600, 12, "1", "30"));
    meta.day("ad", "112", "2026-11-20", 1, figures("3.5", 350, 7, "1", "20"));
    fleet.say();

    JsonPath list =
        fleet.await(DAYS, json -> "0.5".equals(json.get("items[0].not_broken_down.spend")));
    assertThat(list.getInt("items[0].not_broken_down.impressions")).isEqualTo(50);
    assertThat(list.getList("completeness.missing.level", String.class)).containsExactly("ad");
    assertThat(list.getString("completeness.missing[0].reason")).isEqualTo("before_history");

    JsonPath sets = fleet.await(DAYS + "&parent=" + brand, json -> true);
    assertThat(sets.getList("items.name", String.class)).containsExactly("Set", "Empty set");
    assertThat(sets.getList("items.spend", String.class)).containsExactly("9.5", "0");
    assertThat(sets.getInt("items[0].impressions")).isEqualTo(950);
    assertThat((Object) sets.get("items[0].not_broken_down")).isNull();
    assertThat(sets.getList("completeness.missing.level", String.class)).containsExactly("ad");

    JsonPath ads = fleet.await(DAYS + "&parent=" + set, json -> true);
    assertThat(ads.getList("items.spend", String.class)).containsExactly("6", "3.5");

    JsonPath earlier =
        fleet.await("/campaigns?start=2026-11-19&end=2026-11-19&parent=" + brand, json -> true);
    assertThat((Object) earlier.get("items[0].spend")).isNull();
    assertThat(earlier.getString("items[0].reason")).isEqualTo("before_history");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    for (int i = 0; i < 7; i++) {
      google.day("" + i, "2026-11-20", 1, spending("" + i % 3));
    }
    google.closed("2026-11-20", "2026-11-21T03:00:00Z", null);
    fleet.say();
    fleet.await(DAYS, json -> json.getList("items.findAll { it.spend != null }").size() == 7);

    List<String> seen = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      JsonPath page =
          fleet.await(
              DAYS + "&limit=3&sort=-spend" + (cursor == null ? "" : "&cursor=" + cursor),
              json -> true);
      seen.addAll(page.getList("items.external_id", String.class));
      cursor = page.getString("next_cursor");
      pages++;
    } while (cursor != null);
    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    refused(fleet, "&sort=colour", "sort");
    refused(fleet, "&limit=501", "limit");
    refused(fleet, "&limit=x", "limit");
    refused(fleet, "&cursor=nonsense", "cursor");
    refused(fleet, "&status=asleep", "status");
    refused(fleet, "&parent=1", "parent");
  }

  private static void refused(Fleet fleet, String query, String field) {
    fleet.get(DAYS + query).then().statusCode(422).body("errors[0].field", equalTo(field));
  }
}
