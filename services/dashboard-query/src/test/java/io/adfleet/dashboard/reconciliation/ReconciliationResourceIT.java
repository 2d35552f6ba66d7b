package io.adfleet.dashboard.reconciliation;

import static io.adfleet.dashboard.Fleet.figures;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.adfleet.testing.RowSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RunningService
class ReconciliationResourceIT {

  @Inject FakeClock clock;

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void holdsEveryDateAgainstThePlatformsTotal() {
    Fleet fleet = new Fleet("EUR", "Europe/Berlin");
    Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");
    google.day("1", "2026-11-20", 1, figures("10", 100, 5, "1", "20"));
    google.closed("2026-11-20", "2026-11-21T03:00:00Z", figures("10", 100, 5, "1", "20"));
    google.day("1", "2026-11-21", 1, figures("10", 100, 5, "1", "20"));
    google.closed("2026-11-21", "2026-11-22T03:00:00Z", figures("12", 100, 5, "1", "20"));
    google.day("1", "2026-11-22", 1, figures("1", 10, 5, "1", "20"));
    google.closed("2026-11-22", "2026-11-22T09:45:00Z", figures("3", 10, 5, "1", "20"));
    fleet.say();

    JsonPath days =
        fleet.await(
            "/reconciliation?start=2026-11-19&end=2026-11-22",
            json ->
                "open_dates".equals(json.get("items[0].reason"))
                    && "-2".equals(json.get("items[1].difference.spend"))
                    && Boolean.TRUE.equals(json.get("items[2].agrees")));
    assertThat(days.getBoolean("agrees")).isFalse();
    assertThat(days.getBoolean("items[1].agrees")).isFalse();
    assertThat(days.getString("items[1].platform_total.spend")).isEqualTo("12");
    assertThat(days.getString("items[3].reason")).isEqualTo("backfilling");
    assertThat((Object) days.get("items[3].ours")).isNull();

    JsonPath board = fleet.await("/dashboard/unified?timeframe=last_7_days", json -> true);
    assertThat(board.getBoolean("reconciliation.agrees")).isFalse();
    assertThat(board.getString("reconciliation.difference")).isEqualTo("-2");
    assertThat(board.getString("reconciliation.platforms[0].platform_total")).isEqualTo("22");
  }

  @Test
  void everyTenantTableIsForced() {
    RowSecurity.assertEveryTenantTableIsForced(Set.of());
  }
}
