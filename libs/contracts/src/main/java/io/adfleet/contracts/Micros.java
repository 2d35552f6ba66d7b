package io.adfleet.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimal figures as integers of a millionth: money in micros of its currency, conversions in
 * millionths. A platform's double is taken through its shortest decimal text and rounded half up,
 * never multiplied.
 */
public final class Micros {

  private static final int PLACES = 6;

  private Micros() {}

  /** Micros of a decimal text such as {@code "12.345"}; half up beyond six places. */
  public static long ofDecimalText(String decimal) {
    return of(new BigDecimal(decimal));
  }

  /** Micros of a double, through the shortest text that names it. Refuses NaN and infinities. */
  public static long ofDouble(double value) {
    if (!Double.isFinite(value)) {
      throw new ArithmeticException("not a finite number: " + value);
    }
    return of(new BigDecimal(Double.toString(value)));
  }

  /** Micros of a decimal; half up beyond six places; overflow is an error. */
  public static long of(BigDecimal value) {
    return value.setScale(PLACES, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  /** The decimal these micros stand for, without trailing zeros. */
  public static BigDecimal decimal(long micros) {
    BigDecimal value = BigDecimal.valueOf(micros, PLACES).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** The same as text, without exponent or trailing zeros: {@code 1500000} is {@code "1.5"}. */
  public static String text(long micros) {
    return decimal(micros).toPlainString();
  }
}
