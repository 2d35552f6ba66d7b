package io.adfleet.dashboard.board;

import static io.adfleet.dashboard.Fleet.spending;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Top campaigns over ranges that hold whole weeks. */
@RunningService
class DashboardRankingIT {

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  /** Whole weeks come from sums by week, the dates around them from their own rows. */
  @Test
  void aRankingOverWeeksIsTheSumOfItsCoveredDates() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    UUID brand = google.named("campaign", "1", null, "Brand", "active", "SEARCH");
    String month = "/dashboard/unified?start=2026-10-15&end=2026-11-18";
    LocalDate first = LocalDate.parse("2026-10-15");
    for (int day = 0; day < 35; day++) {
      String date = first.plusDays(day).toString();
      google.day("1", date, 1, spending("10"));
      if (!date.equals("2026-10-28")) {
        google.closed(date, "2026-11-19T03:00:00Z", spending("10"));
      }
    }
    fleet.say();
    JsonPath some = fleet.await(month, json -> spends(json, "340"));
    assertThat(some.getString("top_campaigns[0].entity_id")).isEqualTo(brand.toString());
    assertThat(kpi(some, "spend")).containsEntry("value", "340");

    google.day("1", "2026-11-04", 2, spending("4.5"));
    google.closed("2026-10-28", "2026-11-19T03:00:00Z", spending("10"));
    fleet.say();
    JsonPath all = fleet.await(month, json -> spends(json, "344.5"));
    assertThat(kpi(all, "spend")).containsEntry("value", "344.5");
  }

  private static boolean spends(JsonPath json, String amount) {
    return amount.equals(json.getString("top_campaigns[0].spend"));
  }

  private static Map<String, Object> kpi(JsonPath json, String key) {
    return json.getMap("kpis.find { it.key == '" + key + "' }");
  }
}
