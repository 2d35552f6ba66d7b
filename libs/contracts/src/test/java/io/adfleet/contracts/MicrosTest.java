package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class MicrosTest {

  @Test
  void takesADoubleThroughItsShortestText() {
    assertEquals(1_450_000, Micros.ofDouble(1.45));
    assertEquals(100_000, Micros.ofDouble(0.1));
    assertEquals(300_000, Micros.ofDouble(0.1 + 0.2));
    assertEquals(-2_500_000, Micros.ofDouble(-2.5));
  }

  @Test
  void roundsHalfUpBeyondSixPlaces() {
    assertEquals(1, Micros.ofDecimalText("0.0000005"));
    assertEquals(0, Micros.ofDecimalText("0.00000049"));
    assertEquals(123_456_790, Micros.ofDecimalText("123.4567895"));
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(ArithmeticException.class, () -> Micros.ofDouble(Double.NaN));
    assertThrows(ArithmeticException.class, () -> Micros.ofDouble(Double.POSITIVE_INFINITY));
    assertThrows(ArithmeticException.class, () -> Micros.ofDecimalText("1e20"));
  }

  @Test
  void writesPlainDecimals() {
    assertEquals("1234.56", Micros.text(1_234_560_000));
    assertEquals("0", Micros.text(0));
    assertEquals("1000000", Micros.text(1_000_000_000_000L));
    assertEquals("-0.000001", Micros.text(-1));
  }
}
