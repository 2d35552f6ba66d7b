package io.adfleet.attribution.view;

import io.adfleet.defaults.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates from the first to the last, both included. */
record AskedDates(LocalDate from, LocalDate to) {

  private static final int USUAL = 7;
  private static final int MOST = 400;

  /** As a caller gave them; the last 7 dates where none are given. */
  static AskedDates of(@Nullable String from, @Nullable String to, LocalDate today) {
    LocalDate last = to == null || to.isBlank() ? today : date("to", to);
    LocalDate first =
        from == null || from.isBlank() ? last.minusDays(USUAL - 1L) : date("from", from);
    if (last.isBefore(first)) {
      throw ProblemException.invalid(
          "to", "It is before " + first + ".", "Give a date on or after it.");
    }
    if (ChronoUnit.DAYS.between(first, last) >= MOST) {
      throw ProblemException.invalid(
          "from", "More than " + MOST + " dates are asked for.", "Ask for fewer.");
    }
    return new AskedDates(first, last);
  }

  private static LocalDate date(String field, String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 2000 && date.getYear() < 2100) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw noDate(field);
    }
    throw noDate(field);
  }

  private static ProblemException noDate(String field) {
    return ProblemException.invalid(
        field, "It is not a date that can hold events.", "Give a date as 2026-11-22.");
  }
}
