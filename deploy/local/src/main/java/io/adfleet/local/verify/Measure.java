package io.adfleet.local.verify;

import io.adfleet.contracts.Figures;
import io.adfleet.contracts.Micros;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What is compared. */
enum Measure {
  SPEND("spend", true, Figures::spend),
  IMPRESSIONS("impressions", false, Figures::impressions),
  CLICKS("clicks", false, Figures::clicks),
  CONVERSIONS("conversions", true, Figures::conversions),
  CONVERSION_VALUE("conversion_value", true, Figures::conversionValue);

  /** What adds up across currencies. */
  static final Set<Measure> COUNTS = EnumSet.of(IMPRESSIONS, CLICKS, CONVERSIONS);

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
    return text(of(figures));
  }

  String text(long figure) {
    return decimal ? Micros.text(figure) : Long.toString(figure);
  }

  /** What the public API writes, as a whole number: micros, millionths or a count. */
  long read(String text) {
    return decimal ? Micros.ofDecimalText(text) : new BigDecimal(text).longValueExact();
  }
}
