package io.adfleet.copilot.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query's answer, as far as it is told on. */
public record DashboardAnswer(
    LocalDate start,
    LocalDate end,
    String zone,
    @Nullable String currency,
    @Nullable List<OfCurrency> byCurrency,
    String revenueSource,
    @Nullable Instant dataAsOf,
    @Nullable Instant lastSyncedAt,
    Completeness completeness,
    List<Metric> metrics,
    List<Line> rows,
    int rowCount,
    Map<String, Cell> total) {

  /** A metric and what its numbers are: money, count or ratio. */
  public record Metric(String key, String unit) {}

  /** The figures of one currency. */
  public record OfCurrency(
      String currency, List<Line> rows, int rowCount, Map<String, Cell> total) {}

  /** One row. */
  public record Line(
      String key, @Nullable String name, String platform, Map<String, Cell> values) {}

  /** A number as text or integer, or null with a reason. */
  public record Cell(@Nullable Object value, @Nullable String reason) {}

  /** Whether all of it is known. */
  public record Completeness(boolean complete, List<Missing> missing) {}

  /** Dates that are not known. */
  public record Missing(String platform, LocalDate from, LocalDate to, String reason) {}
}
