package io.adfleet.dashboard.readmodel;

import static io.adfleet.dashboard.Fleet.spending;
import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.contracts.Slice;
import io.adfleet.dashboard.Fleet;
import io.adfleet.dashboard.RunningService;
import io.adfleet.testing.FakeClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures, slots and coverage are read from topics of their own: any of them may be ahead. */
@RunningService
class CoverageAheadIT {

  private static final String WEEK = "/dashboard/unified?start=2026-11-09&end=2026-11-15";
  private static final String DAY = "/dashboard/unified?start=2026-11-10&end=2026-11-10";

  @Inject FakeClock clock;

  private final Fleet fleet = new Fleet("EUR", "Europe/Berlin");
  private final Fleet.Account google = fleet.account("google", "111", "EUR", "Europe/Berlin");

  @BeforeEach
  void itIsTenToElevenInBerlin() {
    clock.set(Instant.parse("2026-11-22T09:50:00Z"));
  }

  @Test
  void aDateIsCoveredOnceAllItsRowsAreHere() {
    google.closedOver(spending("12"), "2026-11-10", 5, "2026-11-11T03:00:00Z");
    fleet.say();
    assertUncovered();

    google.day("1", "2026-11-10", 5, spending("7"));
    fleet.say();
    assertUncovered();

    google.day("2", "2026-11-10", 5, spending("5"));
    fleet.say();
    JsonPath day = answer(DAY);
    assertThat(day.getBoolean("completeness.complete")).isTrue();
    assertThat(spend(day)).isEqualTo("12");
    assertThat(day.getBoolean("reconciliation.agrees")).isTrue();
    assertThat(answer(WEEK).getList("top_campaigns.spend")).containsExactly("7", "5");
  }

  @Test
  void aNewerClosingWaitsWhileTheFormerStands() {
    google.day("1", "2026-11-10", 1, spending("10"));
    google.closed("2026-11-10", "2026-11-10T12:00:00Z", spending("10"));
    fleet.say();
    google.closedOver(spending("15"), "2026-11-10", 2, "2026-11-11T03:00:00Z");
    fleet.say();

    JsonPath before = answer(DAY);
    assertThat(spend(before)).isEqualTo("10");
    assertThat(before.getBoolean("completeness.complete")).isTrue();
    assertThat(before.getBoolean("reconciliation.agrees")).isTrue();
    assertThat(before.getString("data_as_of")).isEqualTo("2026-11-10T12:00:00Z");

    google.day("1", "2026-11-10", 2, spending("15"));
    fleet.say();
    JsonPath after = answer(DAY);
    assertThat(spend(after)).isEqualTo("15");
    assertThat(after.getString("data_as_of")).isEqualTo("2026-11-11T03:00:00Z");
    assertThat(answer(WEEK).getString("top_campaigns[0].spend")).isEqualTo("15");
  }

  @Test
  void rowsOfANewerReadingDoNotKeepADateFromBeingCovered() {
    google.day("1", "2026-11-10", 3, spending("20"));
    google.closedOver(spending("15"), "2026-11-10", 2, "2026-11-11T03:00:00Z");
    fleet.say();

    assertThat(spend(answer(DAY))).isEqualTo("20");
    assertThat(
            answer("/reconciliation?start=2026-11-10&end=2026-11-10").getString("items[0].reason"))
        .isEqualTo("being_read");
  }

  @Test
  void aPeriodIsNotCutByHoursThatAreStillOnTheirWay() {
    google.slot("1", "2026-11-21", "2026-11-21T09:30:00Z", "reading", spending("40"));
    google.slot("1", "2026-11-21", "2026-11-21T10:00:00Z", "reading", spending("60"));
    google.day("1", "2026-11-21", 1, spending("100"));
    google.day("1", "2026-11-22", 1, spending("30"));
    google.closed("2026-11-21", "2026-11-22T03:00:00Z", null);
    google.closed("2026-11-22", "2026-11-22T09:45:00Z", null);
    google.closed(Slice.HOURS, "campaign", "2026-11-21", 1, "2026-11-22T03:00:00Z", null);
    fleet.say();
    JsonPath whole = answer("/dashboard/unified?timeframe=today");
    assertThat(whole.getBoolean("previous.cut")).isFalse();
    assertThat(previous(whole)).isEqualTo("100");

    for (int hour = 0; hour < 10; hour++) {
      Instant slot = Instant.parse("2026-11-20T23:45:00Z").plusSeconds(3600L * hour);
      google.slot("1", "2026-11-21", slot.toString(), "hours", spending("" + 2 * (hour + 1)));
    }
    fleet.say();
    JsonPath cut = answer("/dashboard/unified?timeframe=today");
    assertThat(cut.getBoolean("previous.cut")).isTrue();
    // ten hours of 2 and three quarters of the 20 of the eleventh
    assertThat(previous(cut)).isEqualTo("35");
  }

  private void assertUncovered() {
    JsonPath day = answer(DAY);
    assertThat(spend(day)).isNull();
    assertThat(day.getString("completeness.missing[0].reason")).isEqualTo("backfilling");
    assertThat((Object) day.get("reconciliation.agrees")).isNull();
    assertThat(answer(WEEK).getList("top_campaigns")).isEmpty();
  }

  private JsonPath answer(String path) {
    return fleet.get(path).jsonPath();
  }

  private static String spend(JsonPath answer) {
    return answer.getString("kpis.find { it.key == 'spend' }.value");
  }

  private static String previous(JsonPath answer) {
    return answer.getString("kpis.find { it.key == 'spend' }.previous");
  }
}
