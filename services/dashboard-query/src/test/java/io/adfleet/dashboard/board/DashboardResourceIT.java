package io.adfleet.dashboard.board;

import static io.adfleet.dashboard.Fleet.figures;
import static io.adfleet.dashboard.Fleet.spending;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.Topic;
import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.TopicProbe;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class DashboardResourceIT {

  private static final String UNIFIED = "/dashboard/unified?timeframe=";

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void answersAWeekFromWhatWasSaid() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    Fleet.Account meta = fleet.account("meta", "222", "EUR", "Europe/Berlin");
    google.named("campaign", "1", null, "Brand", "active", "SEARCH");
    for (LocalDate date = LocalDate.parse("2026-11-09");
        date.isBefore(LocalDate.parse("2026-11-22"));
        date = date.plusDays(1)) {
      String day = date.toString();
      boolean now = date.isAfter(LocalDate.parse("2026-11-15"));
      google.day("1", day, 1, figures(now ? "70" : "50", 1000, 30, "2.5", now ? "210" : "100"));
      google.closed(
          day,
          day + "T23:59:00Z",
          figures(now ? "70" : "50", 1000, 30, "2.5", now ? "210" : "100"));
      meta.closed(day, day + "T23:59:00Z", null);
    }
    google.day("1", "2026-11-22", 1, figures("12.5", 100, 3, "0.25", "20"));
    google.closed("2026-11-22", "2026-11-22T09:45:00Z", figures("12.5", 100, 3, "0.25", "20"));
    meta.closed("2026-11-22", "2026-11-22T09:40:00Z", null);
    for (int hour = 0; hour < 24; hour++) {
      Instant slot = Instant.parse("2026-11-14T23:45:00Z").plusSeconds(3600L * hour);
      google.slot("1", "2026-11-15", slot.toString(), "hours", spending("" + 2 * (hour + 1)));
    }
    google.closed(Slice.HOURS, "campaign", "2026-11-15", 1, "2026-11-22T09:00:00Z", null);
    fleet.say();

    JsonPath week =
        fleet.await(
            UNIFIED + "last_7_days",
            json ->
                json.getBoolean("completeness.complete")
                    && "321.5".equals(kpi(json, "spend").get("previous"))
                    && "432.5".equals(kpi(json, "spend").get("value"))
                    && "Brand".equals(json.getString("top_campaigns[0].name")));

    assertThat(week.getString("start")).isEqualTo("2026-11-16");
    assertThat(week.getString("end")).isEqualTo("2026-11-22");
    assertThat(week.getString("zone")).isEqualTo("Europe/Berlin");
    assertThat(week.getString("previous.start")).isEqualTo("2026-11-09");
    assertThat(week.getBoolean("previous.cut")).isTrue();
    assertThat(week.getString("currency")).isEqualTo("EUR");
    assertThat((Object) week.get("by_currency")).isNull();
    assertThat(week.getString("data_as_of")).isEqualTo("2026-11-22T09:40:00Z");
    assertThat(week.getString("last_synced_at")).isEqualTo("2026-11-22T09:46:10Z");
    // six dates of 50, of the seventh ten hours of 2 and three quarters of another
    assertThat(kpi(week, "spend"))
        .containsEntry("previous", "321.5")
        .containsEntry("delta", "0.345257")
        .containsEntry("unit", "money")
        .containsEntry("reason", null);
    assertThat(kpi(week, "revenue")).containsEntry("value", "1280");
    assertThat(kpi(week, "roas")).containsEntry("value", "2.959538");
    assertThat(kpi(week, "conversions")).containsEntry("value", "15.25");
    assertThat(kpi(week, "clicks")).containsEntry("value", 183);
    assertThat(kpi(week, "impressions")).containsEntry("value", 6100);
    assertThat(kpi(week, "ctr")).containsEntry("value", "0.03");
    assertThat(kpi(week, "cpc")).containsEntry("value", "2.363388");
    assertThat(kpi(week, "cpm")).containsEntry("value", "70.901639");
    assertThat(kpi(week, "cpa")).containsEntry("value", "28.360656");
    assertThat((List<?>) kpi(week, "spend").get("sparkline")).hasSize(7).first().isEqualTo("70");
    assertThat(week.getString("chart.granularity")).isEqualTo("day");
    assertThat(week.getList("chart.points")).hasSize(14);
    assertThat(week.getString("chart.points[1].platform")).isEqualTo("meta");
    assertThat(week.getString("chart.points[1].spend")).isEqualTo("0");
    assertThat(week.getInt("chart.points[1].clicks")).isZero();
    assertThat(week.getString("top_campaigns[0].roas")).isEqualTo("2.959538");
    assertThat(week.getString("spend_mix[0].share")).isEqualTo("1");
    assertThat(week.getBoolean("reconciliation.agrees")).isTrue();
    assertThat(week.getString("reconciliation.difference")).isEqualTo("0");
    assertThat(week.getString("reconciliation.platforms[0].ours")).isEqualTo("420");
    assertThat((Object) week.get("attribution")).isNull();

    assertThat(
            TopicProbe.await(
                Topic.FLEET_CHANGED,
                FleetChanged.class,
                said -> said.stream().anyMatch(f -> f.workspaceId().equals(fleet.workspace))))
        .filteredOn(hint -> hint.workspaceId().equals(fleet.workspace))
        .allMatch(hint -> hint.kind().equals(FleetChanged.FIGURES));
  }

  @Test
  void todaysPointsAddUpToItsFigure() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    google.slot("1", "2026-11-22", "2026-11-22T08:15:00Z", "reading", spending("8"));
    google.slot("1", "2026-11-22", "2026-11-22T08:30:00Z", "reading", spending("7.5"));
    google.slot("2", "2026-11-22", "2026-11-22T09:30:00Z", "reading", spending("3"));
    google.day("1", "2026-11-22", 1, spending("7.75"));
    google.day("2", "2026-11-22", 1, spending("3"));
    google.closed("2026-11-22", "2026-11-22T09:45:00Z", null);
    fleet.say();

    JsonPath today =
        fleet.await(
            UNIFIED + "today",
            json ->
                "10.75".equals(kpi(json, "spend").get("value"))
                    && "2026-11-22T09:15".equals(json.get("chart.intraday_available_from")));

    assertThat(today.getString("chart.granularity")).isEqualTo("quarter_hour");
    List<Map<String, Object>> points = today.getList("chart.points");
    assertThat(points.getFirst()).containsEntry("start", "2026-11-22T09:15");
    assertThat(points.getFirst()).containsEntry("spend", "8");
    assertThat(points.get(1)).containsEntry("spend", "-0.5");
    assertThat(points.get(2)).containsEntry("spend", "0");
    assertThat(points.getLast()).containsEntry("start", "2026-11-22T10:45");
    assertThat(points.getLast()).containsEntry("spend", "0.25");
    assertThat(sum(points)).isEqualByComparingTo("10.75");
    assertThat(today.getString("reconciliation.reason")).isEqualTo("open_dates");
    assertThat((Object) today.get("reconciliation.agrees")).isNull();
    assertThat(kpi(today, "spend"))
        .containsEntry("previous", null)
        .containsEntry("reason", "before_history");
  }

  @Test
  void moneyOfSeveralCurrenciesIsNeverAdded() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account euro = fleet.account("google", "111", "EUR", "Europe/Berlin");
    Fleet.Account yen = fleet.account("google", "222", "JPY", "Asia/Tokyo");
    for (Fleet.Account account : List.of(euro, yen)) {
      account.day("1", "2026-11-20", 1, figures("100", 1000, 10, "1", "300"));
      account.closed("2026-11-20", "2026-11-21T03:00:00Z", figures("100", 1000, 10, "1", "300"));
    }
    fleet.say();

    JsonPath day =
        fleet.await(
            "/dashboard/unified?start=2026-11-20&end=2026-11-20",
            json ->
                json.getBoolean("completeness.complete")
                    && json.getList("by_currency.top_campaigns.flatten()").size() == 2);

    assertThat((Object) day.get("currency")).isNull();
    assertThat(day.getString("reason")).isEqualTo("mixed_currencies");
    assertThat((Object) day.get("spend_mix")).isNull();
    assertThat((Object) day.get("reconciliation.difference")).isNull();
    assertThat(day.getString("reconciliation.reason")).isEqualTo("mixed_currencies");
    assertThat(day.getBoolean("reconciliation.agrees")).isTrue();
    for (String key : List.of("spend", "revenue", "conversion_value", "roas", "cpc", "cpa")) {
      assertThat(kpi(day, key))
          .containsEntry("value", null)
          .containsEntry("reason", "mixed_currencies");
    }
    assertThat(kpi(day, "clicks")).containsEntry("value", 20);
    assertThat(kpi(day, "conversions")).containsEntry("value", "2");
    assertThat(kpi(day, "ctr")).containsEntry("value", "0.01");
    assertThat((Object) day.get("chart.points[0].spend")).isNull();
    assertThat(day.getInt("chart.points[0].clicks")).isEqualTo(20);
    assertThat(day.getList("by_currency.currency", String.class)).containsExactly("EUR", "JPY");
    assertThat(day.getString("by_currency[1].kpis.find { it.key == 'spend' }.value"))
        .isEqualTo("100");
    assertThat(day.getString("by_currency[1].chart_points[0].spend")).isEqualTo("100");
    assertThat(day.getString("by_currency[0].top_campaigns[0].currency")).isEqualTo("EUR");
  }

  @Test
  void nothingCoveredIsNullAndNothingDeliveredIsZero() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    google.closed("2026-11-20", "2026-11-21T03:00:00Z", null);
    google.day("1", "2026-11-19", 7, spending("5"));
    fleet.say();

    JsonPath zero =
        fleet.await(
            "/dashboard/unified?start=2026-11-20&end=2026-11-20",
            json -> "0".equals(kpi(json, "spend").get("value")));
    assertThat(kpi(zero, "clicks")).containsEntry("value", 0);
    assertThat(kpi(zero, "ctr"))
        .containsEntry("value", null)
        .containsEntry("reason", "no_impressions");

    JsonPath open =
        fleet.await(
            "/dashboard/unified?start=2026-11-19&end=2026-11-19",
            json -> kpi(json, "spend").get("value") == null);
    assertThat(kpi(open, "spend")).containsEntry("reason", "backfilling");
    assertThat(open.getBoolean("completeness.complete")).isFalse();

    JsonPath range =
        fleet.await("/dashboard/unified?start=2026-08-20&end=2026-11-21", json -> true);
    assertThat(range.getList("completeness.missing.reason", String.class))
        .containsExactly("before_history", "backfilling", "backfilling");
    assertThat(range.getList("completeness.missing.to", String.class))
        .containsExactly("2026-08-23", "2026-11-19", "2026-11-21");
    assertThat(range.getString("completeness.missing[0].level")).isEqualTo("campaign");
    assertThat((List<?>) kpi(range, "spend").get("sparkline")).hasSize(14);
  }

  @Test
  void anOlderVersionNeverReplacesANewerAndTheLowerFigureStands() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    String day = "/dashboard/unified?start=2026-11-20&end=2026-11-20";
    google.day("1", "2026-11-20", 5, spending("80"));
    google.closed("2026-11-20", "2026-11-21T03:00:00Z", spending("80"));
    fleet.say();
    fleet.await(day, json -> "80".equals(kpi(json, "spend").get("value")));

    google.day("1", "2026-11-20", 4, spending("99"));
    google.day("1", "2026-11-20", 7, spending("60"));
    google.day("1", "2026-11-20", 6, spending("90"));
    fleet.say();
    JsonPath restated = fleet.await(day, json -> "60".equals(kpi(json, "spend").get("value")));
    // the rows are newer than the slice's closing, so its total says nothing about them
    assertThat(restated.getString("reconciliation.reason")).isEqualTo("open_dates");

    google.day("1", "2026-11-20", 5, spending("80"));
    google.closed(
        Slice.PERFORMANCE, "campaign", "2026-11-20", 7, "2026-11-22T03:00:00Z", spending("60"));
    fleet.say();
    fleet.await(day, json -> Boolean.TRUE.equals(json.get("reconciliation.agrees")));
    fleet.await(day, json -> "60".equals(kpi(json, "spend").get("value")));
  }

  @Test
  void aDisconnectedAccountNoLongerCounts() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account stays = fleet.account("google", "111", "EUR", "Europe/Berlin");
    Fleet.Account goes = fleet.account("google", "222", "USD", "Europe/Berlin");
    for (Fleet.Account account : List.of(stays, goes)) {
      account.day("1", "2026-11-20", 1, spending("10"));
      account.closed("2026-11-20", "2026-11-21T03:00:00Z", spending("10"));
    }
    fleet.say();
    String day = "/dashboard/unified?start=2026-11-20&end=2026-11-20";
    fleet.await(day, json -> json.get("currency") == null);
    JsonPath filtered =
        fleet.await(
            day + "&account=" + goes.id,
            json ->
                "USD".equals(json.getString("currency"))
                    && kpi(json, "spend").get("value") != null);
    assertThat(kpi(filtered, "spend")).containsEntry("value", "10");
    goes.removed(2);
    fleet.await(
        day,
        json ->
            "EUR".equals(json.getString("currency"))
                && "10".equals(kpi(json, "spend").get("value")));
  }

  private static Map<String, Object> kpi(JsonPath json, String key) {
    return json.getMap("kpis.find { it.key == '" + key + "' }");
  }

  private static BigDecimal sum(List<Map<String, Object>> points) {
    return points.stream()
        .map(point -> new BigDecimal((String) point.get("spend")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
