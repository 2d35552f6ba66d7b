package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.Jvm;
import io.adfleet.local.process.Processes;
import io.adfleet.local.process.Program;
import io.adfleet.local.process.Readiness;
import io.adfleet.local.process.Unit;
import io.adfleet.local.settings.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/**
 * The broker.
 *
 * @param folder its data
 * @param log where it writes
 * @param port for clients, on the loopback interface
 * @param controllerPort for itself
 * @param archive of its classes, to start faster; null: none
 */
public record Kafka(Path folder, Path log, int port, int controllerPort, @Nullable Path archive)
    implements Unit {

  /** What users call it. */
  public static final String NAME = "kafka";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(new Port(port, NAME), new Port(controllerPort, "kafka controller"));
  }

  @Override
  public String expectation() {
    return "usually 3 s";
  }

  @Override
  public boolean isReady() {
    Admin admin = admin();
    try {
      return answers(admin);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  @Override
  public void start(Processes processes) {
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    command.addAll(Jvm.options(256, archive));
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
            "-cp",
            classPath(),
            KafkaNode.class.getName(),
            Integer.toString(port),
            Integer.toString(controllerPort),
            folder.toString()));
    Folders.create(folder);
    ProcessHandle handle =
        processes.start(new Program(NAME, command, Map.of(), log, "TERM", Duration.ofSeconds(30)));
    Admin admin = admin();
    try {
      Readiness.await(processes, NAME, handle, PATIENCE, () -> answers(admin));
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  /** Where clients begin. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  /** A client to administer it; the caller closes it. */
  public Admin admin() {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap(),
            AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, "50",
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "60000"));
  }

  private static boolean answers(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).isEmpty();
    } catch (TimeoutException | ExecutionException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while waiting for " + NAME + ".", e);
    }
  }

  private static String classPath() {
    Path jar = Folders.jar();
    if (Files.isDirectory(jar)) {
      return System.getProperty("java.class.path");
    }
    return jar + ":" + jar.resolveSibling("lib") + "/*";
  }
}
