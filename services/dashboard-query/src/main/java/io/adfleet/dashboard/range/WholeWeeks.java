package io.adfleet.dashboard.range;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A range cut into whole weeks (Monday to Sunday) and the dates before and after them. Where a part
 * is empty its end lies before its start; without a whole week the head is the range.
 *
 * @param first Monday of the first whole week
 * @param last Monday of the last whole week
 * @param headEnd the last date before the weeks; the head starts with the range
 * @param tailStart the first date after the weeks; the tail ends with the range
 */
public record WholeWeeks(LocalDate first, LocalDate last, LocalDate headEnd, LocalDate tailStart) {

  /** The weeks of a range. */
  public static WholeWeeks in(DateRange range) {
    LocalDate first = range.start().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    LocalDate last =
        range
            .end()
            .plusDays(1)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusDays(7);
    return last.isBefore(first)
        ? new WholeWeeks(first, first.minusDays(7), range.end(), range.end().plusDays(1))
        : new WholeWeeks(first, last, first.minusDays(1), last.plusDays(7));
  }
}
