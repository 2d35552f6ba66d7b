package io.adfleet.e2e.fleet;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A fleet as its data folder shows it.
 *
 * @param root the clone
 * @param data its data folder; may not exist yet
 * @param port the gateway's, from which every other derives
 */
public record Fleet(Path root, Path data, int port) {

  private static final int SNAPSHOT_STORE = 4;
  private static final int DASHBOARD_QUERY = 5;
  private static final int SANDBOX = 10;
  private static final int POSTGRES = 12;
  private static final int KAFKA = 13;
  private static final int KEYCLOAK = 15;

  /** Reads {@code DATA} and {@code PORT}, else what the data folder remembers. */
  public static Fleet of(Map<String, String> environment) {
    Path root = root(environment.getOrDefault("ADFLEET_ROOT", ""));
    String wanted = environment.getOrDefault("DATA", "");
    Path data = root.resolve(wanted.isBlank() ? ".data" : wanted).toAbsolutePath().normalize();
    String told = environment.getOrDefault("PORT", "").strip();
    String port =
        told.isEmpty()
            ? properties(data.resolve("fleet.properties")).getProperty("port", "8080")
            : told;
    try {
      return new Fleet(root, data, Integer.parseInt(port));
    } catch (NumberFormatException e) {
      throw new E2eException("PORT=" + port + " is not a number.", e);
    }
  }

  private static Path root(String told) {
    if (!told.isBlank()) {
      return Path.of(told).toAbsolutePath().normalize();
    }
    try {
      Path jar = Path.of(Fleet.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path at = jar; at != null; at = at.getParent()) {
        if (Files.exists(at.resolve("deploy/local/pom.xml"))) {
          return at;
        }
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the jar has no readable path", e);
    }
    throw new E2eException("This is not inside a clone; say where it is with ADFLEET_ROOT.");
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new E2eException(file + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
    return properties;
  }

  /** Whether it was ever started on this data. */
  public boolean exists() {
    return Files.exists(data.resolve("fleet.properties"));
  }

  /** Whether any process of it lives. */
  public boolean isRunning() {
    return !processes().isEmpty();
  }

  /** Says so if the gateway does not run. */
  public void needsToRun() {
    if (!processes().containsKey("auth-gateway")) {
      throw new E2eException(
          "No fleet of " + data + " is running; run make up first, with the same DATA.");
    }
  }

  /** The living processes by the names users know. */
  public Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> living = new TreeMap<>();
    Path run = data.resolve("run");
    if (!Files.isDirectory(run)) {
      return living;
    }
    try (var files = Files.newDirectoryStream(run, "*.pid")) {
      for (Path file : files) {
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString().replace(".pid", "");
        Optional<ProcessHandle> handle =
            lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.get(0)));
        handle.filter(ProcessHandle::isAlive).ifPresent(h -> living.put(name, h));
      }
      return living;
    } catch (IOException e) {
      throw new E2eException(run + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** A password or key of this fleet; its owner may read them. */
  public String secret(String name, String otherwise) {
    return properties(data.resolve("secrets.properties")).getProperty(name, otherwise);
  }

  public String gateway() {
    return http(port);
  }

  public String connections() {
    return http(port + 1);
  }

  public String snapshotStore() {
    return http(port + SNAPSHOT_STORE);
  }

  public String dashboardQuery() {
    return http(port + DASHBOARD_QUERY);
  }

  public String sandbox() {
    return http(port + SANDBOX);
  }

  public String keycloak() {
    return http(port + KEYCLOAK);
  }

  public String kafka() {
    return "127.0.0.1:" + (port + KAFKA);
  }

  public String database(String name) {
    return "jdbc:postgresql://127.0.0.1:" + (port + POSTGRES) + "/" + name;
  }

  private static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
