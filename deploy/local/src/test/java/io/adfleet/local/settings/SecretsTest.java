package io.adfleet.local.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir Path folder;

  private Secrets secrets(Map<String, String> environment) {
    return new Secrets(new Memory(folder.resolve("secrets.properties")), environment);
  }

  @Test
  void staysWithTheData() {
    String first = secrets(Map.of()).random("GATEWAY_ENCRYPTION_KEY", 32);
    assertEquals(64, first.length());
    assertEquals(first, secrets(Map.of()).random("GATEWAY_ENCRYPTION_KEY", 32));
    assertNotEquals(first, secrets(Map.of()).random("CONNECTIONS_ENCRYPTION_KEY", 32));
  }

  @Test
  void takesWhatTheFirstStartWasTold() {
    String told = secrets(Map.of("DEMO_PASSWORD", "a=b c")).known("DEMO_PASSWORD", "demo");
    assertEquals("a=b c", told);
    assertEquals("a=b c", secrets(Map.of("DEMO_PASSWORD", "later")).known("DEMO_PASSWORD", "demo"));
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    secrets(Map.of()).random("POSTGRES_PASSWORD", 16);
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("secrets.properties"))));
  }
}
