package io.adfleet.meta.provider;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Budgets come in hundredths of a currency, and in wholes of some: 2500 is 25.00 dollars, or 2500
 * yen. Which those are is Meta's own list, not what ISO 4217 says of their smallest coin.
 */
final class Budgets {

  private static final long WHOLE = 1_000_000;
  private static final long HUNDREDTH = 10_000;
  private static final Set<String> IN_WHOLES =
      Set.of("CLP", "COP", "CRC", "HUF", "IDR", "ISK", "JPY", "KRW", "PYG", "TWD", "VND");
  private static final Set<String> CURRENCIES =
      Currency.availableCurrencies()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Budgets() {}

  /** Micros; null where there is none, which Meta also says as 0, or where no currency is known. */
  static @Nullable Long micros(String units, String currency) {
    if (units.isEmpty() || !CURRENCIES.contains(currency)) {
      return null;
    }
    long unit = IN_WHOLES.contains(currency) ? WHOLE : HUNDREDTH;
    long micros = Math.multiplyExact(Long.parseLong(units), unit);
    return micros == 0 ? null : micros;
  }
}
