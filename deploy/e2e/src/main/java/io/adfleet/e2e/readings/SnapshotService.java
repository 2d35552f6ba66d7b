package io.adfleet.e2e.readings;

import io.adfleet.e2e.fleet.E2eException;
import io.adfleet.e2e.fleet.Launcher;
import io.adfleet.e2e.fleet.Machine;
import io.adfleet.e2e.fleet.Parts;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged snapshot-store as a process, told everything by its environment. */
final class SnapshotService implements AutoCloseable {

  private static final int SECONDS_TO_END = 30;
  private static final int SHOWN = 3_000;

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process process;

  SnapshotService(Path root, Parts parts, String prefix, Path log) {
    Path jar = root.resolve("services/snapshot-store/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new E2eException("snapshot-store is not built; run make build first.");
    }
    this.log = log;
    this.command = new ArrayList<>(List.of(Launcher.java()));
    command.addAll(flags());
    command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    command.addAll(List.of("-jar", jar.toString()));
    this.environment =
        Map.of(
            "ADFLEET_MODE",
            "local",
            "PORT",
            freePort(),
            "MANAGEMENT_PORT",
            freePort(),
            "DATABASE_URL",
            "postgresql://127.0.0.1:" + parts.postgresPort() + "/" + SnapshotsStore.DATABASE,
            "DATABASE_APP_PASSWORD",
            SnapshotsStore.PASSWORD,
            "DATABASE_FEED_PASSWORD",
            SnapshotsStore.PASSWORD,
            "KAFKA_BOOTSTRAP_SERVERS",
            parts.kafka(),
            "ADFLEET_TOPICS_PREFIX",
            prefix);
  }

  /** As in production: both compilers. */
  static List<String> flags() {
    return List.of(
        "-Xmx1536m",
        "-Xmn1g",
        "-XX:+UseParallelGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /** Starts it; it may not be ready yet. */
  void start() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process started = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      process = started;
    } catch (IOException e) {
      throw new E2eException("snapshot-store cannot be started: " + e.getMessage() + ".", e);
    }
  }

  Duration processorTime() {
    return process == null ? Duration.ZERO : Machine.processorTimeOfAll(process.toHandle());
  }

  /** Says why if it has ended. */
  void mustLive() {
    if (process == null || process.isAlive()) {
      return;
    }
    try {
      String text = Files.readString(log);
      throw new E2eException(
          "snapshot-store has ended; the end of its log:\n"
              + text.substring(Math.max(0, text.length() - SHOWN)));
    } catch (IOException e) {
      throw new E2eException("snapshot-store has ended without a log.", e);
    }
  }

  /** Asks it to end and waits. */
  void stop() {
    if (process == null) {
      return;
    }
    try {
      process.destroy();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      process = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new E2eException("There is no free port: " + e.getMessage() + ".", e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
