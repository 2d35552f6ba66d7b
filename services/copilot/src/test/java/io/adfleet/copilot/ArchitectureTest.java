package io.adfleet.copilot;

import io.adfleet.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.check("io.adfleet.copilot");
  }
}
