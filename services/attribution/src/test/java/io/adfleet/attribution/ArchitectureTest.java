package io.adfleet.attribution;

import io.adfleet.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.check("io.adfleet.attribution");
  }
}
