package io.adfleet.dashboard.metric;

import org.jspecify.annotations.Nullable;

/**
 * The additive measures of something over some time: money in micros of one currency, conversions
 * in millionths, the others as counts. Overflow is an error, never a wrong number.
 */
public record Sums(
    long spend, long impressions, long clicks, long conversions, long conversionValue) {

  public static final Sums ZERO = new Sums(0, 0, 0, 0, 0);

  public Sums plus(Sums other) {
    return new Sums(
        Math.addExact(spend, other.spend),
        Math.addExact(impressions, other.impressions),
        Math.addExact(clicks, other.clicks),
        Math.addExact(conversions, other.conversions),
        Math.addExact(conversionValue, other.conversionValue));
  }

  public Sums minus(Sums other) {
    return new Sums(
        Math.subtractExact(spend, other.spend),
        Math.subtractExact(impressions, other.impressions),
        Math.subtractExact(clicks, other.clicks),
        Math.subtractExact(conversions, other.conversions),
        Math.subtractExact(conversionValue, other.conversionValue));
  }

  public boolean isZero() {
    return equals(ZERO);
  }

  /** The sum of two that may be unknown: null only when both are. */
  public static @Nullable Sums add(@Nullable Sums one, @Nullable Sums other) {
    if (one == null) {
      return other;
    }
    return other == null ? one : one.plus(other);
  }
}
