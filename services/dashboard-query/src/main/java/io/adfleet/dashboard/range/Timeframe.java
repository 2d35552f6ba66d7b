package io.adfleet.dashboard.range;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The presets. N dates end today, today included. */
public enum Timeframe {
  TODAY,
  YESTERDAY,
  LAST_7_DAYS,
  LAST_14_DAYS,
  LAST_30_DAYS,
  LAST_90_DAYS,
  THIS_MONTH,
  LAST_MONTH,
  CUSTOM;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its dates; custom has none of its own. */
  DateRange on(LocalDate today) {
    return switch (this) {
      case TODAY -> last(1, today);
      case YESTERDAY -> last(1, today.minusDays(1));
      case LAST_7_DAYS -> last(7, today);
      case LAST_14_DAYS -> last(14, today);
      case LAST_30_DAYS -> last(30, today);
      case LAST_90_DAYS -> last(90, today);
      case THIS_MONTH -> new DateRange(today.withDayOfMonth(1), today);
      case LAST_MONTH -> {
        LocalDate first = today.withDayOfMonth(1).minusMonths(1);
        yield new DateRange(first, first.plusMonths(1).minusDays(1));
      }
      case CUSTOM -> throw new IllegalStateException("custom has no dates of its own");
    };
  }

  static Optional<Timeframe> ofKey(String key) {
    return Arrays.stream(values()).filter(frame -> frame.key().equals(key)).findFirst();
  }

  static String keys() {
    return Arrays.stream(values()).map(Timeframe::key).collect(Collectors.joining(", "));
  }

  private static DateRange last(int dates, LocalDate today) {
    return new DateRange(today.minusDays(dates - 1L), today);
  }
}
