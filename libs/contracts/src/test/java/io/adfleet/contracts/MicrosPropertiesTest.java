package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MicrosPropertiesTest {

  @Property
  void aTextIsWorthWhatItsDecimalIs(
      @ForAll int digits, @ForAll @IntRange(max = 12) int places, @ForAll boolean exponent) {
    BigDecimal decimal = BigDecimal.valueOf(digits, places);
    String text = exponent ? decimal.toString() : decimal.toPlainString();
    assertEquals(
        decimal.setScale(6, RoundingMode.HALF_UP).movePointRight(6).longValueExact(),
        Micros.ofDecimalText(text),
        text);
  }

  @Property
  void microsReadAsTheyWereWritten(@ForAll long micros) {
    assertEquals(micros, Micros.ofDecimalText(Micros.text(micros)));
  }

  @Example
  void otherSpellingsAreReadToo() {
    assertEquals(5_000_000, Micros.ofDecimalText("5."));
    assertEquals(500_000, Micros.ofDecimalText(".5"));
    assertEquals(7_000_000, Micros.ofDecimalText("007"));
    assertEquals(7_000_000, Micros.ofDecimalText("+7"));
    assertEquals(999_999_999_999_000_000L, Micros.ofDecimalText("999999999999"));
  }

  @Example
  void whatIsNoDecimalIsRefused() {
    for (String text : List.of("", ".", "-", "1.2.3", "1,5", "12 ", "0x1", "NaN", "1:0")) {
      assertThrows(NumberFormatException.class, () -> Micros.ofDecimalText(text), text);
    }
  }
}
