package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FiguresPropertiesTest {

  @Property
  void microsReadBackWhatTheyWrite(@ForAll long micros) {
    assertEquals(micros, Micros.of(new BigDecimal(Micros.text(micros))));
  }

  @Property
  void addingAndTakingAwayIsNothing(
      @ForAll int spend, @ForAll int impressions, @ForAll int conversions) {
    Figures some = new Figures(spend, impressions, 3, conversions, 5);
    assertEquals(some, some.plus(some).minus(some));
    assertEquals(some, Figures.ZERO.plus(some));
  }
}
