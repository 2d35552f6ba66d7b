package io.adfleet.dashboard.range;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Dates from start to end, both included. */
public record DateRange(LocalDate start, LocalDate end) {

  /** More dates than this are refused. */
  public static final int MOST_DATES = 1_100;

  public DateRange {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("end " + end + " before start " + start);
    }
  }

  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end) + 1);
  }

  /** As many dates just before. */
  public DateRange previous() {
    return new DateRange(start.minusDays(days()), start.minusDays(1));
  }

  public boolean contains(LocalDate date) {
    return !date.isBefore(start) && !date.isAfter(end);
  }

  public boolean isOneDate() {
    return start.equals(end);
  }

  public List<LocalDate> dates() {
    return start.datesUntil(end.plusDays(1)).toList();
  }
}
