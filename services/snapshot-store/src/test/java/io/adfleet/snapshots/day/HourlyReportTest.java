package io.adfleet.snapshots.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HourlyReportTest {

  private static final Instant LONG_AFTER = Instant.parse("2027-01-01T00:00:00Z");

  @Test
  void fillsTheLastSlotOfEveryHourWithTheTotalSoFar() {
    HourlyReport report =
        report("2026-11-20", "UTC", LONG_AFTER, Map.of(0, spend(5), 1, spend(7), 23, spend(1)));

    assertThat(report.slotsBefore(null)).hasSize(24);
    assertThat(report.slotsBefore(null).subList(0, 3))
        .extracting(HourlyReport.Filled::slot, f -> f.total().spend())
        .containsExactly(
            tuple(Instant.parse("2026-11-20T00:45:00Z"), 5L),
            tuple(Instant.parse("2026-11-20T01:45:00Z"), 12L),
            tuple(Instant.parse("2026-11-20T02:45:00Z"), 12L));
    assertThat(report.slotsBefore(null).getLast().total().spend()).isEqualTo(13);
  }

  @Test
  void fillsOnlyWhatIsBeforeTheFirstReading() {
    HourlyReport report = report("2026-11-20", "UTC", LONG_AFTER, Map.of(0, spend(5)));

    assertThat(report.slotsBefore(Instant.parse("2026-11-20T02:45:00Z")))
        .extracting(HourlyReport.Filled::slot)
        .containsExactly(
            Instant.parse("2026-11-20T00:45:00Z"), Instant.parse("2026-11-20T01:45:00Z"));
  }

  @Test
  void leavesOutTheHourThatWasNotOver() {
    HourlyReport report =
        report("2026-11-20", "UTC", Instant.parse("2026-11-20T01:30:00Z"), Map.of(0, spend(5)));

    assertThat(report.slotsBefore(null)).hasSize(1);
  }

  @Test
  void countsASkippedHourInTheNextOne() {
    HourlyReport report =
        report(
            "2026-03-29",
            "Europe/Berlin",
            LONG_AFTER,
            Map.of(1, spend(1), 2, spend(2), 3, spend(3)));

    assertThat(report.slotsBefore(null)).hasSize(23);
    assertThat(report.slotsBefore(null).subList(1, 3))
        .extracting(HourlyReport.Filled::slot, f -> f.total().spend())
        .containsExactly(
            tuple(Instant.parse("2026-03-29T00:45:00Z"), 1L),
            tuple(Instant.parse("2026-03-29T01:45:00Z"), 6L));
  }

  @Test
  void putsARepeatedHourAtItsLastOccurrence() {
    HourlyReport report =
        report("2026-10-25", "Europe/Berlin", LONG_AFTER, Map.of(1, spend(1), 2, spend(2)));

    assertThat(report.slotsBefore(null)).hasSize(24);
    assertThat(report.slotsBefore(null).subList(1, 3))
        .extracting(HourlyReport.Filled::slot, f -> f.total().spend())
        .containsExactly(
            tuple(Instant.parse("2026-10-24T23:45:00Z"), 1L),
            tuple(Instant.parse("2026-10-25T01:45:00Z"), 3L));
  }

  private static HourlyReport report(
      String date, String zone, Instant observedAt, Map<Integer, Measures> byHour) {
    return new HourlyReport(
        LocalDay.of(LocalDate.parse(date), ZoneId.of(zone)), byHour, observedAt);
  }

  private static Measures spend(long micros) {
    return Measures.of(micros, 0, 0, 0, 0);
  }
}
