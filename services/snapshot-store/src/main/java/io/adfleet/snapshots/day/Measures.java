package io.adfleet.snapshots.day;

import org.jspecify.annotations.Nullable;

/**
 * The additive measures of one entity. Money in micros of the account's currency, conversions in
 * millionths; by conversion date only where the platform says so.
 */
public record Measures(
    long spend,
    long impressions,
    long clicks,
    long conversions,
    long conversionValue,
    @Nullable Long conversionsByDate,
    @Nullable Long conversionValueByDate) {

  public static final Measures ZERO = of(0, 0, 0, 0, 0);

  /** The measures every platform says. */
  public static Measures of(
      long spend, long impressions, long clicks, long conversions, long conversionValue) {
    return new Measures(spend, impressions, clicks, conversions, conversionValue, null, null);
  }

  public Measures plus(Measures other) {
    return of(
        Math.addExact(spend, other.spend),
        Math.addExact(impressions, other.impressions),
        Math.addExact(clicks, other.clicks),
        Math.addExact(conversions, other.conversions),
        Math.addExact(conversionValue, other.conversionValue));
  }

  public Measures minus(Measures other) {
    return of(
        Math.subtractExact(spend, other.spend),
        Math.subtractExact(impressions, other.impressions),
        Math.subtractExact(clicks, other.clicks),
        Math.subtractExact(conversions, other.conversions),
        Math.subtractExact(conversionValue, other.conversionValue));
  }

  /** Nothing happened, of the same measures. */
  public Measures zeroed() {
    return new Measures(
        0,
        0,
        0,
        0,
        0,
        conversionsByDate == null ? null : 0L,
        conversionValueByDate == null ? null : 0L);
  }

  /** Whether every measure is zero or unknown: what a row that isn't there would say. */
  public boolean isNothing() {
    return equals(zeroed());
  }

  /** Whether both say the same, a row of nothing being the same as no row. */
  public boolean saysSameAs(Measures other) {
    return equals(other) || (isNothing() && other.isNothing());
  }
}
