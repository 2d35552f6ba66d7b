package io.adfleet.dashboard.metric;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a period beside the period before.
 *
 * @param value decimal text, or an integer for clicks and impressions
 * @param reason why value, previous or delta is null; the first of them that is
 */
public record Kpi(
    String key,
    @Schema(enumeration = {"money", "count", "ratio"}) String unit,
    @Schema(oneOf = {String.class, Long.class}) @Nullable Object value,
    @Schema(oneOf = {String.class, Long.class}) @Nullable Object previous,
    @Nullable String delta,
    @Nullable String reason,
    List<@Nullable Object> sparkline) {

  /** Sums of a period, or why there are none. */
  public record Period(@Nullable Sums sums, @Nullable String reason) {

    Figure figure(Metric metric, boolean mixedCurrencies) {
      if (sums == null) {
        return Figure.unknown(reason == null ? "unknown" : reason);
      }
      return metric.of(sums, mixedCurrencies);
    }
  }

  /** All metrics, in their order. */
  public static List<Kpi> all(
      Period now, Period before, List<@Nullable Sums> buckets, boolean mixedCurrencies) {
    List<Kpi> kpis = new ArrayList<>();
    for (Metric metric : Metric.all()) {
      kpis.add(of(metric, now, before, buckets, mixedCurrencies));
    }
    return kpis;
  }

  private static Kpi of(
      Metric metric,
      Period now,
      Period before,
      List<@Nullable Sums> buckets,
      boolean mixedCurrencies) {
    Figure value = now.figure(metric, mixedCurrencies);
    Figure previous = before.figure(metric, mixedCurrencies);
    Figure delta = value.deltaFrom(previous);
    List<@Nullable Object> sparkline = new ArrayList<>(buckets.size());
    for (Sums bucket : buckets) {
      sparkline.add(metric.written(bucket, mixedCurrencies));
    }
    return new Kpi(
        metric.key(),
        metric.unit().key(),
        metric.written(value),
        metric.written(previous),
        delta.text(),
        firstOf(value.reason(), previous.reason(), delta.reason()),
        sparkline);
  }

  private static @Nullable String firstOf(@Nullable String... reasons) {
    for (String reason : reasons) {
      if (reason != null) {
        return reason;
      }
    }
    return null;
  }
}
