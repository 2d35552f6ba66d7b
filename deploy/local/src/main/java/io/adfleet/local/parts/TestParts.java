package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.FreePorts;
import io.adfleet.local.process.LogTail;
import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Unit;
import io.adfleet.local.process.Watchdog;
import io.adfleet.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A PostgreSQL and a Kafka for tests, on free ports and a throw-away folder. They end with this
 * object and also when this process dies without closing it.
 */
public final class TestParts implements RunningParts {

  private final Path folder;
  private final Processes processes;
  private final Postgres postgres;
  private final Kafka kafka;

  private TestParts(Path folder, Postgres postgres, Kafka kafka) {
    this.folder = folder;
    this.processes = new Processes(folder.resolve("run"));
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /**
   * Starts both.
   *
   * @param durable whether the database waits for the disk, as it does outside tests
   */
  public static TestParts start(Path cache, boolean durable) {
    Path folder = temporary();
    int[] ports = FreePorts.pick(3);
    Path logs = folder.resolve("logs");
    TestParts parts =
        new TestParts(
            folder,
            new Postgres(
                cache,
                folder.resolve("postgres"),
                logs.resolve("postgres.log"),
                ports[0],
                null,
                durable),
            new Kafka(
                folder.resolve("kafka"), logs.resolve("kafka.log"), ports[1], ports[2], null));
    try {
      parts.begin();
      return parts;
    } catch (Trouble failed) {
      String tail =
          LogTail.of(logs.resolve("postgres.log"), 20) + LogTail.of(logs.resolve("kafka.log"), 20);
      parts.close();
      throw new Trouble(failed.getMessage() + "\n" + tail, failed);
    }
  }

  private void begin() {
    begin(postgres, "INT");
    begin(kafka, "TERM");
  }

  private void begin(Unit part, String signal) {
    part.start(processes);
    processes.find(part.name()).ifPresent(handle -> Watchdog.watch(handle, signal, folder));
  }

  /** The database server. */
  public Postgres postgres() {
    return postgres;
  }

  /** The broker. */
  public Kafka kafka() {
    return kafka;
  }

  @Override
  public int postgresPort() {
    return postgres.port();
  }

  @Override
  public String kafkaBootstrap() {
    return kafka.bootstrap();
  }

  @Override
  public void close() {
    List.of(Kafka.NAME, Postgres.NAME).forEach(processes::stop);
    Watchdog.leave();
    Folders.delete(folder);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(
          "adfleet-parts-",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    } catch (IOException e) {
      throw new Trouble("No temporary folder can be created: " + e.getMessage() + ".", e);
    }
  }
}
