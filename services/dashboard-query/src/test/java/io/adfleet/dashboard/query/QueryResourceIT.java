package io.adfleet.dashboard.query;

import static io.adfleet.dashboard.Fleet.figures;
import static io.adfleet.dashboard.Fleet.spending;
import static io.adfleet.dashboard.query.Asking.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Query;
import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class QueryResourceIT {

  private static final String ALL_METRICS =
      Query.METRICS.stream().collect(Collectors.joining("','", "['", "']"));

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void everyNumberIsTheDashboards() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fillRandomly(fleet, "EUR", new Random(11));

    for (String timeframe : Query.TIMEFRAMES) {
      JsonPath board = fleet.get("/dashboard/unified?timeframe=" + timeframe).jsonPath();
      String range = "{'timeframe':'" + timeframe + "'}";
      JsonPath total = ask(fleet, "{'metrics':" + ALL_METRICS + ",'range':" + range + "}");
      assertSameProvenance(total, board);
      assertThat(total.getInt("row_count")).isZero();
      for (String metric : Query.METRICS) {
        String kpi = "kpis.find { it.key == '" + metric + "' }";
        assertThat((Object) total.get("total." + metric + ".value"))
            .as(timeframe + " " + metric)
            .isEqualTo(board.get(kpi + ".value"));
        assertThat(total.getString("metrics.find { it.key == '" + metric + "' }.unit"))
            .isEqualTo(board.getString(kpi + ".unit"));
      }

      JsonPath platforms =
          ask(fleet, "{'metrics':['spend'],'breakdown':'platform','range':" + range + "}");
      for (Map<String, Object> share : board.<Map<String, Object>>getList("spend_mix")) {
        assertThat(
                (Object)
                    platforms.get(
                        "rows.find { it.key == '"
                            + share.get("platform")
                            + "' }.values.spend.value"))
            .isEqualTo(share.get("spend"));
      }

      JsonPath campaigns =
          ask(
              fleet,
              "{'metrics':['spend','revenue','roas','conversions'],'breakdown':'campaign','top':10,"
                  + "'range':"
                  + range
                  + "}");
      List<Map<String, Object>> top = board.getList("top_campaigns");
      assertThat(campaigns.getList("rows.key")).isEqualTo(board.getList("top_campaigns.entity_id"));
      for (int i = 0; i < top.size(); i++) {
        for (String metric : List.of("spend", "revenue", "roas", "conversions")) {
          assertThat((Object) campaigns.get("rows[" + i + "].values." + metric + ".value"))
              .isEqualTo(top.get(i).get(metric));
        }
      }
    }
  }

  @Test
  void rowsAddUpToTheTotal() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fillRandomly(fleet, "EUR", new Random(12));
    for (String breakdown : Query.BREAKDOWNS) {
      JsonPath answer =
          ask(
              fleet,
              "{'metrics':['spend','conversions'],'range':{'start':'2026-10-20','end':'2026-11-22'},"
                  + "'breakdown':'"
                  + breakdown
                  + "'}");
      for (String metric : List.of("spend", "conversions")) {
        BigDecimal sum =
            answer.<String>getList("rows.values." + metric + ".value").stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
            .isEqualByComparingTo(new BigDecimal(answer.getString("total." + metric + ".value")));
      }
    }
  }

  @Test
  void aFilteredQueryIsTheFilteredDashboard() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fillRandomly(fleet, "EUR", new Random(13));
    JsonPath board =
        fleet.get("/dashboard/unified?timeframe=last_30_days&platform=meta").jsonPath();
    JsonPath answer =
        ask(
            fleet,
            "{'metrics':"
                + ALL_METRICS
                + ",'range':{'timeframe':'last_30_days'},"
                + "'breakdown':'platform','filters':{'platform':['meta']}}");
    assertSameProvenance(answer, board);
    assertThat(answer.getList("rows.key")).containsExactly("meta");
    for (String metric : Query.METRICS) {
      assertThat((Object) answer.get("total." + metric + ".value"))
          .isEqualTo(board.get("kpis.find { it.key == '" + metric + "' }.value"))
          .isEqualTo(answer.get("rows[0].values." + metric + ".value"));
    }
  }

  @Test
  void amountsOfSeveralCurrenciesAreNeverAdded() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fillRandomly(fleet, "JPY", new Random(14));
    JsonPath board = fleet.get("/dashboard/unified?timeframe=last_7_days").jsonPath();
    String range = "'range':{'timeframe':'last_7_days'}";
    JsonPath answer =
        ask(fleet, "{'metrics':['spend','roas','clicks'],'breakdown':'campaign'," + range + "}");
    assertThat((Object) answer.get("currency")).isNull();
    assertThat(answer.getString("reason")).isEqualTo("mixed_currencies");
    assertThat(answer.getString("total.spend.reason")).isEqualTo("mixed_currencies");
    assertThat((Object) answer.get("total.roas.value")).isNull();
    assertThat((Object) answer.get("total.clicks.value"))
        .isEqualTo(board.get("kpis.find { it.key == 'clicks' }.value"));
    assertThat(answer.getList("rows")).isEmpty();
    assertThat(answer.getList("by_currency.currency")).containsExactly("EUR", "JPY");
    for (int i = 0; i < 2; i++) {
      String part = "by_currency[" + i + "].";
      assertThat((Object) answer.get(part + "total.spend.value"))
          .isEqualTo(board.get(part + "kpis.find { it.key == 'spend' }.value"));
      assertThat(answer.getList(part + "rows.key"))
          .isEqualTo(board.getList(part + "top_campaigns.entity_id"));
    }
    JsonPath byClicks =
        ask(
            fleet,
            "{'metrics':['spend','clicks'],'breakdown':'campaign','order':'-clicks',"
                + range
                + "}");
    assertThat(byClicks.getList("rows")).isNotEmpty();
    assertThat(byClicks.getString("rows[0].values.spend.reason")).isEqualTo("mixed_currencies");
  }

  @Test
  void ordersByAnyMetricAndPutsRowsWithoutAValueLast() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    google.named("campaign", "1", null, "Brand", "active", "SEARCH");
    google.day("1", "2026-11-21", 1, figures("10", 100, 5, "1", "40"));
    google.day("2", "2026-11-21", 1, figures("20", 100, 5, "1", "20"));
    google.day("3", "2026-11-21", 1, figures("0", 100, 5, "0", "0"));
    google.day("4", "2026-11-21", 1, spending("0"));
    google.closed("2026-11-21", "2026-11-22T03:00:00Z", figures("30", 300, 15, "2", "60"));
    fleet.say();
    String asked =
        "{'metrics':['roas'],'range':{'timeframe':'yesterday'},'breakdown':'campaign',"
            + "'order':'%s','top':%d}";

    JsonPath best = ask(fleet, asked.formatted("-roas", 9));
    assertThat(best.getList("rows.values.roas.value")).containsExactly("4", "1", null);
    assertThat(best.getString("rows[0].name")).isEqualTo("Brand");
    assertThat(best.getString("rows[2].values.roas.reason")).isEqualTo("no_spend");
    assertThat(best.getInt("row_count")).isEqualTo(3);
    JsonPath worst = ask(fleet, asked.formatted("roas", 1));
    assertThat(worst.getList("rows.values.roas.value")).containsExactly("1");
    assertThat(worst.getInt("row_count")).isEqualTo(3);
    assertThat(worst.getString("total.roas.value")).isEqualTo("2");
  }

  @Test
  void whatIsNotKnownIsNullWithItsReason() {
    Fleet empty = new Fleet("EUR", "Europe/Berlin");
    empty.say();
    String asked = "{'metrics':['spend'],'range':{'timeframe':'yesterday'},'breakdown':'platform'}";
    JsonPath nothing = ask(empty, asked);
    assertThat(nothing.getString("total.spend.reason")).isEqualTo("no_accounts");
    assertThat(nothing.getString("currency")).isEqualTo("EUR");

    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    fleet
        .account("google", "111", "EUR", "Europe/Berlin")
        .state("active", "needs_reauth", "2026-08-24", 2);
    fleet
        .account("meta", "222", "EUR", "Europe/Berlin")
        .closed("2026-11-21", "2026-11-22T03:00:00Z", null);
    fleet.say();
    JsonPath partly = ask(fleet, asked);
    assertThat(partly.getString("total.spend.value")).isEqualTo("0");
    assertThat(partly.getBoolean("completeness.complete")).isFalse();
    assertThat(partly.getString("rows.find { it.key == 'google' }.values.spend.reason"))
        .isEqualTo("needs_reauth");
    assertThat((Object) partly.get("rows.find { it.key == 'google' }.values.spend.value")).isNull();
    assertThat(partly.getString("rows.find { it.key == 'meta' }.values.spend.value"))
        .isEqualTo("0");
  }

  private static void assertSameProvenance(JsonPath answer, JsonPath board) {
    for (String field :
        List.of(
            "timeframe",
            "start",
            "end",
            "zone",
            "currency",
            "revenue_source",
            "data_as_of",
            "last_synced_at",
            "completeness")) {
      assertThat((Object) answer.get(field)).as(field).isEqualTo(board.get(field));
    }
  }

  /**
   * Two platforms, five campaigns, 70 dates, some of them missing; the second account's currency.
   */
  private static void fillRandomly(Fleet fleet, String currency, Random random) {
    List<Fleet.Account> accounts =
        List.of(
            fleet.account("google", "111", "EUR", "Europe/Berlin"),
            fleet.account("meta", "222", currency, "America/Los_Angeles"));
    for (Fleet.Account account : accounts) {
      for (LocalDate date = LocalDate.parse("2026-09-14");
          date.isBefore(LocalDate.parse("2026-11-22"));
          date = date.plusDays(1)) {
        if (random.nextInt(20) == 0) {
          continue;
        }
        String day = date.toString();
        for (int campaign = 1; campaign <= 5; campaign++) {
          account.day(
              String.valueOf(campaign),
              day,
              1,
              figures(
                  random.nextInt(100) + "." + random.nextInt(1_000_000),
                  random.nextInt(1_000),
                  random.nextInt(50),
                  random.nextInt(9) + ".5",
                  String.valueOf(random.nextInt(400))));
        }
        account.closed(day, day + "T23:59:00Z", null);
      }
    }
    fleet.say();
  }

  private static JsonPath ask(Fleet fleet, String query) {
    return asked(fleet, query).statusCode(200).extract().jsonPath();
  }
}
