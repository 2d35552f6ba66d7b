package io.adfleet.dashboard.metric;

import org.jspecify.annotations.Nullable;

/** A number, or the reason why there is none. */
public record Figure(@Nullable Quotient value, @Nullable String reason) {

  /** Why there is no delta although both numbers are known. */
  public static final String PREVIOUS_IS_ZERO = "previous_is_zero";

  public static Figure of(Quotient value) {
    return new Figure(value, null);
  }

  public static Figure unknown(String reason) {
    return new Figure(null, reason);
  }

  /** (this − before) ÷ before, as a fraction; unknown when either is, or when before is zero. */
  public Figure deltaFrom(Figure before) {
    if (value == null) {
      return this;
    }
    if (before.value == null) {
      return before;
    }
    return before.value.isZero() ? unknown(PREVIOUS_IS_ZERO) : of(value.changeFrom(before.value));
  }

  /** Decimal text or null. */
  public @Nullable String text() {
    return value == null ? null : value.text();
  }
}
