package io.adfleet.dashboard.board;

import io.adfleet.dashboard.metric.Sums;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The chart's buckets, at most 92: else quarters of an hour are drawn together to hours, dates to
 * weeks that begin on Monday, and weeks to months.
 */
final class Sparkline {

  static final int MOST = 92;

  private static final int HOUR_LENGTH = "2026-11-22T09".length();
  private static final int MONTH_LENGTH = "2026-11".length();

  private Sparkline() {}

  static List<@Nullable Sums> of(
      String granularity, List<String> starts, List<@Nullable Sums> all) {
    if (all.size() <= MOST) {
      return all;
    }
    if (!granularity.equals("day")) {
      return together(starts, all, start -> start.substring(0, HOUR_LENGTH));
    }
    List<@Nullable Sums> weeks = together(starts, all, Sparkline::monday);
    return weeks.size() <= MOST
        ? weeks
        : together(starts, all, start -> start.substring(0, MONTH_LENGTH));
  }

  private static String monday(String date) {
    return LocalDate.parse(date)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .toString();
  }

  private static List<@Nullable Sums> together(
      List<String> starts, List<@Nullable Sums> all, UnaryOperator<String> group) {
    Map<String, @Nullable Sums> groups = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      String key = group.apply(starts.get(i));
      groups.put(key, Sums.add(groups.get(key), all.get(i)));
    }
    return new ArrayList<>(groups.values());
  }
}
