package io.adfleet.dashboard.query;

import io.adfleet.dashboard.account.Completeness;
import io.adfleet.dashboard.metric.Figure;
import io.adfleet.dashboard.metric.Metric;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A question's answer.
 *
 * @param timeframe the preset that was asked for, or {@code custom}
 * @param currency of every amount, or null where several meet; then {@code byCurrency} says the
 *     same per currency
 * @param reason why currency is null
 * @param revenueSource what revenue is: {@code platform}, the conversion value the platforms claim
 * @param dataAsOf when the account that was read longest ago was read
 * @param rows one for each of what was broken down by; campaigns without any figure have none
 * @param rowCount how many rows there are, of which {@code rows} are the first
 * @param total of everything that was asked about, not of the rows
 */
public record Answer(
    String timeframe,
    LocalDate start,
    LocalDate end,
    String zone,
    @Nullable String currency,
    @Nullable String reason,
    @Nullable List<OfCurrency> byCurrency,
    String revenueSource,
    @Nullable Instant dataAsOf,
    @Nullable Instant lastSyncedAt,
    Completeness completeness,
    List<AskedMetric> metrics,
    List<Line> rows,
    int rowCount,
    Map<String, Cell> total) {

  /** A metric that was asked for, and what its numbers are. */
  public record AskedMetric(
      String key, @Schema(enumeration = {"money", "count", "ratio"}) String unit) {

    static AskedMetric of(Metric metric) {
      return new AskedMetric(metric.key(), metric.unit().key());
    }
  }

  /** The figures of the accounts of one currency. */
  public record OfCurrency(
      String currency, List<Line> rows, int rowCount, Map<String, Cell> total) {}

  /**
   * One row.
   *
   * @param key the platform, or the campaign's {@code entity_id}
   * @param name null where a campaign's name hasn't been heard yet
   */
  public record Line(
      String key, @Nullable String name, String platform, Map<String, Cell> values) {}

  /** A number, or null with the reason; decimal text, or an integer for clicks and impressions. */
  public record Cell(
      @Schema(oneOf = {String.class, Long.class}) @Nullable Object value, @Nullable String reason) {

    static Cell of(Metric metric, Figure figure) {
      return new Cell(metric.written(figure), figure.reason());
    }
  }
}
