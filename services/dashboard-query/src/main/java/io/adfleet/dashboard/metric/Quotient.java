package io.adfleet.dashboard.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A number as it was computed: exact until it is written. The denominator is positive. */
public record Quotient(BigDecimal numerator, BigDecimal denominator) {

  /** Places a number is written with. */
  static final int PLACES = 6;

  public Quotient {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("denominator is not positive: " + denominator);
    }
  }

  static Quotient of(BigDecimal whole) {
    return new Quotient(whole, BigDecimal.ONE);
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  /** (this − before) ÷ before; before must not be zero. */
  Quotient changeFrom(Quotient before) {
    BigDecimal now = numerator.multiply(before.denominator);
    BigDecimal then = before.numerator.multiply(denominator);
    BigDecimal change = now.subtract(then);
    return then.signum() > 0
        ? new Quotient(change, then)
        : new Quotient(change.negate(), then.negate());
  }

  /** Decimal text, half up to six places, without exponent or trailing zeros. */
  public String text() {
    return text(numerator.divide(denominator, PLACES, RoundingMode.HALF_UP));
  }

  static String text(BigDecimal value) {
    return value.setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  /** An exact comparison of values. */
  public int compareValue(Quotient other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
