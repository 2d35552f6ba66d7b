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

  /** Of the actions as the account's own setting credits them. */
  static Conversions of(List<ActionCount> actions) {
    for (String type : PURCHASES) {
      for (ActionCount action : actions) {
        if (action.type().equals(type)) {
          return new Conversions(action.count(), action.value());
        }
      }
    }
    return NONE;
  }
}
