package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Property
  void addingAndTakingAwayIsNothing(
      @ForAll int spend, @ForAll int impressions, @ForAll int conversions) {
    Figures some = new Figures(spend, impressions, 3, conversions, 5);
    assertEquals(some, some.plus(some).minus(some));
    assertEquals(some, Figures.ZERO.plus(some));
  }

  @Test
  void overflowIsAnErrorAndNotAWrongSum() {
    Figures most = new Figures(Long.MAX_VALUE, 0, 0, 0, 0);
    assertThrows(
        ArithmeticException.class, () -> most.plus(new Figures(1, 0, 0, 0, 0)));
  }
}
