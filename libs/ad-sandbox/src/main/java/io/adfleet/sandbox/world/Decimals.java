package io.adfleet.sandbox.world;

import java.math.BigDecimal;

/** Decimals as text and as whole millionths, without a double between. */
public final class Decimals {

  /** Millionths in one. */
  public static final long MILLION = 1_000_000;

  private Decimals() {}

  /** Millionths of a plain decimal text. */
  static long millionths(String text) {
    if (text.length() > 40 || !text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)")) {
      throw new NumberFormatException("is not a plain decimal like 12.50");
    }
    try {
      return new BigDecimal(text).movePointRight(6).longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException("has more than 6 decimals or is too large");
    }
  }

  /** Plain decimal text of millionths, without exponent and without needless zeros. */
  public static String text(long millionths) {
    return millionths == 0
        ? "0"
        : BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
  }
}
