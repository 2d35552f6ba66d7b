package io.adfleet.sandbox;

import java.util.SplittableRandom;

/** One day's figures; money in cents, conversions in hundredths. */
record DemoDay(long spend, long impressions, long clicks, long conversions, long value) {

  static final DemoDay NOTHING = new DemoDay(0, 0, 0, 0, 0);

  static DemoDay of(long spend, SplittableRandom random, boolean fractions) {
    long impressions = spend * (20 + random.nextInt(40)) / 100;
    long clicks = impressions * (20 + random.nextInt(40)) / 1000;
    long hundredths = clicks * (2 + random.nextInt(6));
    long conversions = fractions ? hundredths : hundredths / 100 * 100;
    return new DemoDay(
        spend,
        impressions,
        clicks,
        conversions,
        conversions * (5_000 + random.nextInt(4_000)) / 100);
  }

  DemoDay plus(DemoDay other) {
    return new DemoDay(
        spend + other.spend,
        impressions + other.impressions,
        clicks + other.clicks,
        conversions + other.conversions,
        value + other.value);
  }
}
