package io.adfleet.sandbox.google;

import com.google.ads.googleads.v23.errors.QueryErrorEnum.QueryError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The dates of a word like LAST_7_DAYS, counted from the account's today. */
record DateWord(LocalDate from, LocalDate to) {

  static DateWord of(String word, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate sunday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "TODAY" -> new DateWord(today, today);
      case "YESTERDAY" -> new DateWord(yesterday, yesterday);
      case "LAST_7_DAYS" -> new DateWord(today.minusDays(7), yesterday);
      case "LAST_14_DAYS" -> new DateWord(today.minusDays(14), yesterday);
      case "LAST_30_DAYS" -> new DateWord(today.minusDays(30), yesterday);
      case "THIS_MONTH" -> new DateWord(today.withDayOfMonth(1), today);
      case "LAST_MONTH" ->
          new DateWord(
              today.minusMonths(1).withDayOfMonth(1), today.withDayOfMonth(1).minusDays(1));
      case "THIS_WEEK_MON_TODAY" -> new DateWord(monday, today);
      case "THIS_WEEK_SUN_TODAY" -> new DateWord(sunday, today);
      case "LAST_WEEK_MON_SUN" -> new DateWord(monday.minusDays(7), monday.minusDays(1));
      case "LAST_WEEK_SUN_SAT" -> new DateWord(sunday.minusDays(7), sunday.minusDays(1));
      case "LAST_BUSINESS_WEEK" -> new DateWord(monday.minusDays(7), monday.minusDays(3));
      default ->
          throw Failures.query(
              QueryError.BAD_SYMBOL, "'" + word + "' is not a date range for DURING.");
    };
  }
}
