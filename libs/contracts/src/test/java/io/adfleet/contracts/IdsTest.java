package io.adfleet.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The vectors were computed with another language's standard library. */
class IdsTest {

  private static final UUID WORKSPACE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

  @Test
  void namesAnAccount() {
    assertEquals(
        UUID.fromString("04a6c61e-7f1b-58a6-967d-682f67ca7007"),
        Ids.accountId(WORKSPACE, "google", "3522798642"));
  }

  @Test
  void namesAnEntity() {
    assertEquals(
        UUID.fromString("1582bee3-c331-5781-8d41-06d99183f7c6"),
        Ids.entityId(WORKSPACE, "google", "3522798642", "campaign", "73172202281"));
  }

  @Test
  void namesInUtf8() {
    assertEquals(
        UUID.fromString("8302db3a-208f-5ab3-8334-9db3c9fc3747"),
        Ids.entityId(WORKSPACE, "meta", "835786134839794", "ad", "Zoë|1"));
  }

  @Test
  void theNamespaceNeverChanges() {
    assertEquals(UUID.fromString("1820963f-4f63-5d2a-9e0f-539bed651cb1"), Ids.NAMESPACE);
  }

  @Test
  void mintsIdentitiesInTheOrderOfTime() {
    UUID first = Ids.next();
    UUID second = Ids.next();
    assertEquals(7, first.version());
    assertTrue(
        Long.compareUnsigned(first.getMostSignificantBits(), second.getMostSignificantBits()) <= 0);
  }
}
