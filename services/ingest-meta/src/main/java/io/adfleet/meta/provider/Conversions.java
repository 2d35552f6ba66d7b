package io.adfleet.meta.provider;

import io.adfleet.contracts.ActionCount;
import java.util.List;

/**
 * What of a row's actions counts as its conversions: the purchases, by one type alone, for the
 * types of a family hold each other.
 *
 * @param count millionths
 * @param value micros
 */
record Conversions(long count, long value) {

  private static final Conversions NONE = new Conversions(0, 0);

  /** The widest that is said counts. */
  private static final List<String> PURCHASES =
      List.of("omni_purchase", "purchase", "offsite_conversion.fb_pixel_purchase");

  /** Of the row's actions as the account's own setting credits them. */
  static Conversions of(InsightRow row) {
    for (String type : PURCHASES) {
      ActionCount purchases = row.credited(type);
      if (purchases != null) {
        return new Conversions(purchases.count(), purchases.value());
      }
    }
    return NONE;
  }
}
