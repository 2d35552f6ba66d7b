package io.adfleet.connections.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adfleet.connections.job.Wish;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncPlanTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final SyncPlan GOOGLE = SyncPlan.of("google");
  private static final SyncPlan META = SyncPlan.of("meta");

  @Test
  void theBackfillReadsNinetyDatesOfCampaignsAndAWeekBelow() {
    List<Wish> wishes = GOOGLE.backfill(TODAY);
    assertThat(wishes)
        .containsExactly(
            wish("structure", "account", "2026-11-25", "2026-11-25"),
            wish("performance", "campaign", "2026-08-28", "2026-11-25"),
            wish("performance_hours", "campaign", "2026-11-17", "2026-11-25"),
            wish("performance", "ad_group", "2026-11-19", "2026-11-25"),
            wish("performance", "ad", "2026-11-19", "2026-11-25"),
            wish("performance", "asset_group", "2026-11-19", "2026-11-25"));
    assertThat(Wish.slices(wishes)).isEqualTo(1 + 90 + 9 + 3 * 7);
  }

  @Test
  void nowReadsTodayAndSevenDatesBefore() {
    assertThat(GOOGLE.now(TODAY, TODAY.minusDays(1)))
        .containsExactly(
            wish("structure", "account", "2026-11-25", "2026-11-25"),
            wish("performance", "campaign", "2026-11-18", "2026-11-25"),
            wish("performance_hours", "campaign", "2026-11-24", "2026-11-25"),
            wish("performance", "ad_group", "2026-11-19", "2026-11-25"),
            wish("performance", "ad", "2026-11-19", "2026-11-25"),
            wish("performance", "asset_group", "2026-11-19", "2026-11-25"));
  }

  @ParameterizedTest(name = "read through {0}: from {1}")
  @CsvSource({
    ", 2026-11-18",
    "2026-11-24, 2026-11-18",
    "2026-11-23, 2026-11-18",
    "2026-11-22, 2026-11-17",
    "2026-11-05, 2026-10-31",
    "2026-09-03, 2026-08-29",
    "2026-09-02, 2026-08-28",
    "2026-03-01, 2026-08-28",
  })
  void whatTheNightsOfAGapMissedIsReadAfterIt(LocalDate readThrough, String from) {
    assertThat(META.nightly(TODAY, readThrough))
        .startsWith(
            wish("structure", "account", "2026-11-25", "2026-11-25"),
            wish("performance", "campaign", from, "2026-11-25"),
            wish("performance_hours", "campaign", "2026-11-24", "2026-11-25"),
            wish("performance", "ad", "2026-11-19", "2026-11-25"));
  }

  @Test
  void theDateAGapBeganInIsReadAsAWhole() {
    assertThat(META.now(TODAY, LocalDate.parse("2026-11-05")))
        .hasSize(6)
        .endsWith(
            wish("performance_hours", "campaign", "2026-11-06", "2026-11-06"),
            wish("performance", "ad", "2026-11-06", "2026-11-06"));
    assertThat(META.now(TODAY, LocalDate.parse("2026-11-22")))
        .as("ads of a week are read anyway")
        .hasSize(5)
        .endsWith(wish("performance_hours", "campaign", "2026-11-23", "2026-11-23"));
    assertThat(META.now(TODAY, LocalDate.parse("2026-11-23"))).hasSize(4);
    assertThat(META.now(TODAY, LocalDate.parse("2026-08-01"))).hasSize(4);
  }

  @Test
  void aLiveReadingIsTodaysCampaignsUnlessMoreIsDue() {
    assertThat(GOOGLE.live(TODAY, false, false, false))
        .containsExactly(
            wish("performance", "campaign", "2026-11-25", "2026-11-25"),
            wish("performance_hours", "campaign", "2026-11-25", "2026-11-25"));
    assertThat(GOOGLE.live(TODAY, true, true, true))
        .contains(
            wish("structure", "account", "2026-11-25", "2026-11-25"),
            wish("performance", "campaign", "2026-11-24", "2026-11-25"),
            wish("performance", "ad", "2026-11-24", "2026-11-25"));
  }

  @Test
  void metaIsReadByCampaignsAndAdsAlone() {
    assertThat(META.backfill(TODAY))
        .containsExactly(
            wish("structure", "account", "2026-11-25", "2026-11-25"),
            wish("performance", "campaign", "2026-08-28", "2026-11-25"),
            wish("performance_hours", "campaign", "2026-11-17", "2026-11-25"),
            wish("performance", "ad", "2026-11-19", "2026-11-25"));
    assertThat(META.live(TODAY, true, true, false))
        .containsExactly(
            wish("performance", "campaign", "2026-11-24", "2026-11-25"),
            wish("performance_hours", "campaign", "2026-11-24", "2026-11-25"),
            wish("performance", "ad", "2026-11-24", "2026-11-25"));
  }

  private static Wish wish(String report, String level, String from, String to) {
    return new Wish(report, level, LocalDate.parse(from), LocalDate.parse(to));
  }
}
