package io.adfleet.local.services;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.adfleet.local.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

  @TempDir Path data;

  @Test
  void noServiceListensBeyondThisMachine() {
    ServiceEnvironment environment =
        new ServiceEnvironment(Settings.of(Map.of("DATA", data.toString())));
    for (ServiceKind kind : ServiceKind.values()) {
      assertEquals("127.0.0.1", environment.of(kind).get("HTTP_HOST"), kind.serviceName());
    }
  }
}
