package io.adfleet.contracts;

/**
 * The additive measures. Money ({@code spend}, {@code conversionValue}) in micros of the account's
 * currency, {@code conversions} in millionths, the others are counts. Overflow is an error.
 */
public record Figures(
    long spend, long impressions, long clicks, long conversions, long conversionValue) {

  public static final Figures ZERO = new Figures(0, 0, 0, 0, 0);

  public Figures plus(Figures other) {
    return new Figures(
        Math.addExact(spend, other.spend),
        Math.addExact(impressions, other.impressions),
        Math.addExact(clicks, other.clicks),
        Math.addExact(conversions, other.conversions),
        Math.addExact(conversionValue, other.conversionValue));
  }

  public Figures minus(Figures other) {
    return new Figures(
        Math.subtractExact(spend, other.spend),
        Math.subtractExact(impressions, other.impressions),
        Math.subtractExact(clicks, other.clicks),
        Math.subtractExact(conversions, other.conversions),
        Math.subtractExact(conversionValue, other.conversionValue));
  }
}
