package io.adfleet.dashboard.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeWeeksTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

  @Test
  void theThreePartsAreTheRangeEachDateOnce() {
    for (int offset = 0; offset < 14; offset++) {
      for (int days = 1; days < 40; days++) {
        LocalDate start = MONDAY.plusDays(offset);
        DateRange range = new DateRange(start, start.plusDays(days - 1));
        assertThat(dates(range)).as("%s", range).isEqualTo(range.dates());
      }
    }
  }

  @Test
  void weeksStartOnMondays() {
    WholeWeeks weeks = WholeWeeks.in(new DateRange(MONDAY.plusDays(3), MONDAY.plusDays(30)));
    assertThat(weeks.first().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(weeks.first()).isEqualTo(MONDAY.plusDays(7));
    assertThat(weeks.last()).isEqualTo(MONDAY.plusDays(21));
  }

  private static List<LocalDate> dates(DateRange range) {
    WholeWeeks weeks = WholeWeeks.in(range);
    List<LocalDate> dates = new ArrayList<>();
    add(dates, range.start(), weeks.headEnd());
    for (LocalDate week = weeks.first(); !week.isAfter(weeks.last()); week = week.plusDays(7)) {
      add(dates, week, week.plusDays(6));
    }
    add(dates, weeks.tailStart(), range.end());
    return dates;
  }

  private static void add(List<LocalDate> dates, LocalDate from, LocalDate to) {
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      dates.add(date);
    }
  }
}
