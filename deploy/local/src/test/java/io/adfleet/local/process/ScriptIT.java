package io.adfleet.local.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script behind make, in a clone that holds nothing else. */
class ScriptIT {

  private static final Path ROOT = Path.of(System.getProperty("adfleet.root"));

  @TempDir Path clone;

  @Test
  void nothingIsBuiltUnderARunningFleetWhateverItsData() throws IOException {
    Path script = copied("adfleet");
    copied("jdk");
    String jar = clone.toRealPath() + "/services/copilot/target/quarkus-app/quarkus-run.jar";
    Process service =
        new ProcessBuilder("bash", "-c", "exec -a " + jar + " sleep 300")
            .redirectErrorStream(true)
            .start();
    try {
      awaitTitle(service, jar);
      for (String command : List.of("build", "test")) {
        Shell.Answer refused =
            Shell.run(List.of(script.toString(), command), Map.of("DATA", "/no"));
        assertFalse(refused.succeeded(), command);
        assertTrue(refused.output().contains("process " + service.pid()), refused.output());
        assertTrue(refused.output().contains("make down"), refused.output());
      }
    } finally {
      service.destroy();
    }
  }

  private Path copied(String name) throws IOException {
    Path folder = Files.createDirectories(clone.toRealPath().resolve("deploy/local"));
    Path copy = Files.copy(ROOT.resolve("deploy/local").resolve(name), folder.resolve(name));
    assertTrue(copy.toFile().setExecutable(true));
    return copy;
  }

  private static void awaitTitle(Process process, String title) throws IOException {
    Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    while (!Files.readString(line).startsWith(title)) {
      assertTrue(process.isAlive());
      Thread.onSpinWait();
    }
  }
}
