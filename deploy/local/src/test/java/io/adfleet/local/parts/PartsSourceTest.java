package io.adfleet.local.parts;

import static io.adfleet.local.parts.PartsSource.BINARIES;
import static io.adfleet.local.parts.PartsSource.CONTAINERS;
import static io.adfleet.local.parts.PartsSource.GIVEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.adfleet.local.Trouble;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PartsSourceTest {

  private static final BooleanSupplier NEVER_ASKED =
      () -> {
        throw new AssertionError("the engine was asked");
      };

  @Test
  void whatTheEnvironmentNamesIsTaken() {
    Map<String, String> given =
        Map.of(
            "ADFLEET_PARTS_POSTGRES_PORT",
            "5432",
            "ADFLEET_PARTS_KAFKA",
            "127.0.0.1:9092",
            "ADFLEET_PARTS",
            "containers");
    assertEquals(GIVEN, PartsSource.of(given, "Mac OS X", "aarch64", NEVER_ASKED));
    assertEquals(new GivenParts(5432, "127.0.0.1:9092"), GivenParts.of(given));
  }

  @Test
  void halfAnAddressIsNone() {
    Map<String, String> half = Map.of("ADFLEET_PARTS_KAFKA", "127.0.0.1:9092");
    assertEquals(BINARIES, PartsSource.of(half, "Linux", "amd64", NEVER_ASKED));
  }

  @Test
  void binariesAreTakenWhereTheyRunWithoutAskingForAnEngine() {
    assertEquals(BINARIES, PartsSource.of(Map.of(), "Linux", "amd64", NEVER_ASKED));
    assertEquals(BINARIES, PartsSource.of(chosen("binaries"), "Linux", "amd64", NEVER_ASKED));
  }

  @Test
  void containersAreTakenElsewhereAndWhenAskedFor() {
    assertEquals(CONTAINERS, PartsSource.of(Map.of(), "Linux", "aarch64", () -> true));
    assertEquals(CONTAINERS, PartsSource.of(Map.of(), "Mac OS X", "x86_64", () -> true));
    assertEquals(CONTAINERS, PartsSource.of(chosen("containers"), "Linux", "amd64", () -> true));
  }

  @Test
  void whereNeitherCanBeHadTheRemedyIsSaid() {
    assertSays("Mac OS X on aarch64; start a Docker engine", Map.of(), "Mac OS X", "aarch64");
    assertSays("no Docker engine answers", chosen("containers"), "Linux", "amd64");
    assertSays("leave it out", chosen("binaries"), "Linux", "aarch64");
    assertSays("there are binaries and containers", chosen("podman"), "Linux", "amd64");
  }

  private static void assertSays(
      String words, Map<String, String> environment, String system, String processor) {
    Trouble trouble =
        assertThrows(
            Trouble.class, () -> PartsSource.of(environment, system, processor, () -> false));
    String sentence = String.valueOf(trouble.getMessage());
    assertTrue(sentence.contains(words), sentence);
  }

  private static Map<String, String> chosen(String choice) {
    return Map.of("ADFLEET_PARTS", choice);
  }
}
