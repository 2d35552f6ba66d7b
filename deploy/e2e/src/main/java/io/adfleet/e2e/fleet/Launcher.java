package io.adfleet.e2e.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher behind {@code make}, run as a process of its own. */
public final class Launcher {

  private final Path root;

  public Launcher(Path root) {
    this.root = root;
    if (!Files.isDirectory(root.resolve("deploy/local/target/lib"))) {
      throw new E2eException("The launcher is not built; run make build first.");
    }
  }

  /** The program of the JDK that runs this. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  List<String> command(String word) {
    Path local = root.resolve("deploy/local/target");
    return List.of(
        java(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        local.resolve("*") + ":" + local.resolve("lib/*"),
        "io.adfleet.local.Local",
        word);
  }

  /** Runs a command to its end and answers what it said; it must succeed. */
  public String run(String word, Map<String, String> environment, Duration patience) {
    try {
      Path said = Files.createTempFile("adfleet-" + word + "-", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(command(word)))
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .redirectInput(Path.of("/dev/null").toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroy();
        process.waitFor();
      }
      String text = Files.readString(said);
      Files.delete(said);
      if (!ended || process.exitValue() != 0) {
        throw new E2eException("make " + word + " did not succeed:\n" + text);
      }
      return text;
    } catch (IOException e) {
      throw new E2eException("The launcher cannot be run: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new E2eException("Interrupted while the launcher ran.", e);
    }
  }
}
