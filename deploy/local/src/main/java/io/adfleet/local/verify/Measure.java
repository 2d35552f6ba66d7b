package io.adfleet.local.verify;

import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Micros;
import java.util.function.ToLongFunction;

/** What is compared. */
enum Measure {
  SPEND("spend", true, Figures::spend),
  IMPRESSIONS("impressions", false, Figures::impressions),
  CLICKS("clicks", false, Figures::clicks),
  CONVERSIONS("conversions", true, Figures::conversions),
  CONVERSION_VALUE("conversion_value", true, Figures::conversionValue);

  private final String word;
  private final boolean decimal;
  private final ToLongFunction<Figures> of;

  Measure(String word, boolean decimal, ToLongFunction<Figures> of) {
    this.word = word;
    this.decimal = decimal;
    this.of = of;
  }

  String word() {
    return word;
  }

  long of(Figures figures) {
    return of.applyAsLong(figures);
  }

  String text(Figures figures) {
    return decimal ? Micros.text(of(figures)) : Long.toString(of(figures));
  }
}
