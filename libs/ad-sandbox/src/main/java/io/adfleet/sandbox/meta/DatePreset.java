package io.adfleet.sandbox.meta;

import io.adfleet.sandbox.meta.protocol.Failures;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Words for dates, counted from the account's own today. */
final class DatePreset {

  private DatePreset() {}

  /** The dates of a word; those that end yesterday where a word says {@code last}. */
  static InsightsQuery.Span of(@Nullable String word, LocalDate today) {
    LocalDate yesterday = today.minusDays(1);
    return switch (word == null ? "last_30d" : word) {
      case "today" -> new InsightsQuery.Span(today, today);
      case "yesterday" -> new InsightsQuery.Span(yesterday, yesterday);
      case "last_3d" -> new InsightsQuery.Span(today.minusDays(3), yesterday);
      case "last_7d" -> new InsightsQuery.Span(today.minusDays(7), yesterday);
      case "last_14d" -> new InsightsQuery.Span(today.minusDays(14), yesterday);
      case "last_28d" -> new InsightsQuery.Span(today.minusDays(28), yesterday);
      case "last_30d" -> new InsightsQuery.Span(today.minusDays(30), yesterday);
      case "last_90d" -> new InsightsQuery.Span(today.minusDays(90), yesterday);
      case "this_month" -> new InsightsQuery.Span(today.withDayOfMonth(1), today);
      case "last_month" ->
          new InsightsQuery.Span(
              today.withDayOfMonth(1).minusMonths(1), today.withDayOfMonth(1).minusDays(1));
      case "maximum" -> new InsightsQuery.Span(today.minusMonths(37), today);
      default -> throw Failures.parameter("Param date_preset is not one the sandbox knows");
    };
  }
}
