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

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /** So many digits don't overflow, whatever they are. */
  private static final int SURE_LENGTH = 12;

  private static final long OTHERWISE = -1;

  private Micros() {}

  /** Micros of a decimal text such as {@code "12.345"}; half up beyond six places. */
  public static long ofDecimalText(String decimal) {
    long micros = ofPlainText(decimal);
    return micros == OTHERWISE ? of(new BigDecimal(decimal)) : micros;
  }

  /** Of a short text of digits and at most one point, as nearly all are; OTHERWISE of any other. */
  private static long ofPlainText(String text) {
    int length = text.length();
    int point = text.indexOf('.');
    int places = point < 0 ? 0 : length - 1 - point;
    if (length > SURE_LENGTH || places > PLACES) {
      return OTHERWISE;
    }
    long digits = OTHERWISE;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = 10 * Math.max(digits, 0) + digit;
      } else if (i != point) {
        return OTHERWISE;
      }
    }
    return digits == OTHERWISE ? OTHERWISE : digits * POWERS[PLACES - places];
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
