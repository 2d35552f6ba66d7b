package io.adfleet.snapshots;

import io.adfleet.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.check("io.adfleet.snapshots");
  }
}
