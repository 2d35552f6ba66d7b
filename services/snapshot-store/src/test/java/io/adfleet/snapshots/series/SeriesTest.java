package io.adfleet.snapshots.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.adfleet.snapshots.day.HourlyReport;
import io.adfleet.snapshots.day.LocalDay;
import io.adfleet.snapshots.day.Measures;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static final LocalDay DAY = LocalDay.of(LocalDate.parse("2026-11-20"), ZoneId.of("UTC"));

  @Test
  void theIncrementBeforeTheFirstReadingIsUnknown() {
    Series series = Series.of(DAY, List.of(total("10:00", 5), total("10:15", 4)), null);

    assertThat(series.points())
        .extracting(
            p -> p.total().spend(), p -> p.increment() == null ? null : p.increment().spend())
        .containsExactly(tuple(5L, null), tuple(4L, -1L));
  }

  @Test
  void theDatesFirstSlotAddedAllItSays() {
    Series series = Series.of(DAY, List.of(total("00:00", 5)), null);

    assertThat(series.points().getFirst().increment()).isEqualTo(spend(5));
  }

  @Test
  void theHoursFillWhatIsBeforeTheFirstReadingSoThatAllIncrementsSumToTheDay() {
    HourlyReport hours =
        new HourlyReport(
            DAY,
            Map.of(0, spend(2), 1, spend(1), 9, spend(4), 10, spend(9)),
            Instant.parse("2026-11-21T03:00:00Z"));

    Series series = Series.of(DAY, List.of(total("10:00", 8), total("23:45", 20)), hours);

    assertThat(series.points()).hasSize(12);
    assertThat(series.points().get(9).source()).isEqualTo(Series.Source.HOURS);
    assertThat(series.points().get(10).increment()).isEqualTo(spend(1));
    assertThat(series.points().stream().mapToLong(p -> p.increment().spend()).sum()).isEqualTo(20);
  }

  private static Series.Total total(String time, long spend) {
    Instant slot = Instant.parse("2026-11-20T" + time + ":00Z");
    return new Series.Total(slot, slot.plusSeconds(60), spend(spend));
  }

  private static Measures spend(long micros) {
    return Measures.of(micros, 0, 0, 0, 0);
  }
}
