package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void overflowIsAnErrorAndNotAWrongSum() {
    Figures most = new Figures(Long.MAX_VALUE, 0, 0, 0, 0);
    assertThrows(ArithmeticException.class, () -> most.plus(new Figures(1, 0, 0, 0, 0)));
  }
}
