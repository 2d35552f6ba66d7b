package io.adfleet.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.local.Trouble;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void derivesEveryPortFromOne() {
    Ports ports = Ports.parse(" 9000 ");
    assertEquals(9010, ports.sandbox());
    assertEquals(9012, ports.postgres());
    assertEquals(9016, ports.keycloakManagement());
  }

  @Test
  void staysBelowThePortsOfOutgoingConnections() {
    assertThrows(Trouble.class, () -> new Ports(32_760));
    assertThrows(Trouble.class, () -> new Ports(80));
  }

  @Test
  void namesWhatWasNoNumber() {
    Trouble trouble = assertThrows(Trouble.class, () -> Ports.parse("eighty"));
    assertTrue(String.valueOf(trouble.getMessage()).contains("PORT=eighty"));
  }
}
