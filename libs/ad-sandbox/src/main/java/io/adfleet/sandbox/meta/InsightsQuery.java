package io.adfleet.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.sandbox.meta.protocol.Failures;
import io.adfleet.sandbox.meta.protocol.GraphCall;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is asked of insights.
 *
 * @param level what a row is about
 * @param spans the dates of each row, in their order
 * @param fields what a row says
 * @param windows the attribution windows that are said beside the default
 * @param hourly whether rows are those of hours
 */
record InsightsQuery(
    Level level, List<Span> spans, Set<String> fields, List<String> windows, boolean hourly) {

  private static final String HOURLY = "hourly_stats_aggregated_by_advertiser_time_zone";
  private static final Set<String> REPORT_TIMES =
      Set.of("impression", "conversion", "mixed", "lifetime");
  private static final int KEPT_MONTHS = 37;

  /** Dates, both included. */
  record Span(LocalDate since, LocalDate until) {}

  static InsightsQuery of(GraphCall call, GraphNode node, LocalDate today) {
    Level level = Level.of(call.text("level"), node);
    String reportTime = call.text("action_report_time");
    if (reportTime != null && !REPORT_TIMES.contains(reportTime)) {
      throw Failures.parameter(
          "Param action_report_time must be one of {impression, conversion, mixed, lifetime}");
    }
    List<String> actionBreakdowns = call.words("action_breakdowns");
    if (!List.of("action_type").containsAll(actionBreakdowns)) {
      throw Failures.parameter("The sandbox has no action_breakdowns beyond action_type.");
    }
    return new InsightsQuery(
        level,
        spans(call, range(call, today)),
        InsightFields.of(call),
        Attribution.windows(call.words("action_attribution_windows")),
        hourly(call.words("breakdowns")));
  }

  private static boolean hourly(List<String> breakdowns) {
    if (breakdowns.isEmpty()) {
      return false;
    }
    if (!breakdowns.equals(List.of(HOURLY))) {
      throw Failures.parameter("The sandbox has no breakdowns beyond " + HOURLY + ".");
    }
    return true;
  }

  private static Span range(GraphCall call, LocalDate today) {
    if (call.text("time_ranges") != null) {
      throw Failures.parameter("The sandbox has no time_ranges; ask with time_range.");
    }
    if (call.text("time_range") == null) {
      return DatePreset.of(call.text("date_preset"), today);
    }
    JsonNode range = call.json("time_range");
    Span span = new Span(date(range, "since"), date(range, "until"));
    if (span.until().isBefore(span.since())) {
      throw Failures.parameter("time_range: since is after until");
    }
    if (span.since().isBefore(today.minusMonths(KEPT_MONTHS))) {
      throw Failures.tooLongAgo();
    }
    return span;
  }

  private static LocalDate date(JsonNode range, String name) {
    try {
      return LocalDate.parse(range.path(name).asText());
    } catch (DateTimeException e) {
      throw Failures.parameter(
          "param time_range['" + name + "'] must be a date in the form YYYY-MM-DD.");
    }
  }

  private static List<Span> spans(GraphCall call, Span whole) {
    String increment = call.text("time_increment");
    if (increment == null || increment.equals("all_days")) {
      return List.of(whole);
    }
    boolean monthly = increment.equals("monthly");
    if (!monthly && !increment.matches("[1-9]|[1-8]\\d|90")) {
      throw Failures.parameter(
          "Param time_increment must be a number from 1 to 90, monthly or all_days");
    }
    List<Span> spans = new ArrayList<>();
    for (LocalDate since = whole.since(); !since.isAfter(whole.until()); ) {
      LocalDate next =
          monthly
              ? since.withDayOfMonth(1).plusMonths(1)
              : since.plusDays(Long.parseLong(increment));
      LocalDate last = next.minusDays(1);
      spans.add(new Span(since, last.isAfter(whole.until()) ? whole.until() : last));
      since = next;
    }
    return spans;
  }

  /** The word of the level and, for hours, that it is those. */
  String resource() {
    return hourly ? level.word() + "_hours" : level.word();
  }

  /** What {@link #resource} will be, before anything else of a call is understood. */
  static String resource(GraphCall call, GraphNode node) {
    String level = call.text("level");
    return (level == null ? Level.of(node).word() : level)
        + (call.words("breakdowns").contains(HOURLY) ? "_hours" : "");
  }
}
