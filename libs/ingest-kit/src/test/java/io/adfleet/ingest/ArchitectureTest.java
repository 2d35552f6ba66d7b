package io.adfleet.ingest;

import io.adfleet.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void keepsTheHouseRules() {
    HouseRules.check("io.adfleet.ingest");
  }
}
