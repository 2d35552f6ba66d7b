package io.adfleet.meta.provider;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Budgets come in the currency's smallest unit: 2500 is 25.00 dollars, or 2500 yen. */
final class Budgets {

  private static final int MICRO_DIGITS = 6;

  private Budgets() {}

  /** Micros; null where there is none, which Meta also says as 0. */
  static @Nullable Long micros(String smallestUnits, String currency) {
    if (smallestUnits.isEmpty()) {
      return null;
    }
    long micros = Long.parseLong(smallestUnits);
    for (int digit = digits(currency); digit < MICRO_DIGITS; digit++) {
      micros = Math.multiplyExact(micros, 10L);
    }
    return micros == 0 ? null : micros;
  }

  private static int digits(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
