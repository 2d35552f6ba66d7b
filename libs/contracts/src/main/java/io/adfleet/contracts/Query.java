package io.adfleet.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A typed question about what the ads did: the only form in which figures are asked for by services
 * and saved views. {@link QueryReader} makes one from JSON, and only valid ones.
 *
 * @param metrics keys of {@link #METRICS}, each once, in the order of the answer
 * @param breakdown one of {@link #BREAKDOWNS}; null for the total alone
 * @param top how many rows are answered; null for as many as there may be
 * @param order the metric rows are ordered by, with {@code -} before it for the highest first; null
 *     for the highest of the first metric first
 */
public record Query(
    List<String> metrics,
    Range range,
    @Nullable String breakdown,
    @Nullable Integer top,
    @Nullable String order,
    @Nullable Filters filters) {

  public static final List<String> METRICS =
      List.of(
          "revenue",
          "roas",
          "spend",
          "conversions",
          "conversion_value",
          "clicks",
          "impressions",
          "ctr",
          "cpc",
          "cpm",
          "cpa");

  public static final List<String> TIMEFRAMES =
      List.of(
          "today",
          "yesterday",
          "last_7_days",
          "last_14_days",
          "last_30_days",
          "last_90_days",
          "this_month",
          "last_month");

  public static final String BY_PLATFORM = "platform";
  public static final String BY_CAMPAIGN = "campaign";
  public static final List<String> BREAKDOWNS = List.of(BY_PLATFORM, BY_CAMPAIGN);

  public static final List<String> PLATFORMS = List.of(Platform.GOOGLE, Platform.META);

  public static final int MOST_METRICS = 15;
  public static final int MOST_ROWS = 100;
  public static final int MOST_DATES = 1_100;

  private static final String SCHEMA = "/schemas/io.adfleet.query.v1.json";

  /** Dates: a timeframe, or start and end as ISO dates, both included. */
  public record Range(@Nullable String timeframe, @Nullable String start, @Nullable String end) {}

  /** What is asked about; an absent part selects everything. */
  public record Filters(@Nullable List<String> platform) {}

  /** The platforms asked about, all of them if none is named. */
  public List<String> platforms() {
    return filters == null || filters.platform() == null ? PLATFORMS : filters.platform();
  }

  /** The JSON Schema of a question. */
  public static String schema() {
    try (InputStream in = Query.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
