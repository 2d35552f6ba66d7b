package io.adfleet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL and Kafka are. A build hands their addresses over in the environment; a module
 * that runs alone starts its own, which end with this process.
 */
record Parts(int postgresPort, String kafka) {

  private static @Nullable Parts started;

  static synchronized Parts get() {
    if (started == null) {
      String postgres = System.getenv("ADFLEET_PARTS_POSTGRES_PORT");
      String kafka = System.getenv("ADFLEET_PARTS_KAFKA");
      started =
          postgres != null && kafka != null
              ? new Parts(Integer.parseInt(postgres), kafka)
              : startOwn();
    }
    return started;
  }

  private static Parts startOwn() {
    Path local = root().resolve("deploy/local/target");
    if (!Files.isDirectory(local.resolve("lib"))) {
      throw new IllegalStateException(
          "deploy/local is not built; run: mvn -q -pl deploy/local -am package -DskipTests");
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classpath = local.resolve("*") + ":" + local.resolve("lib/*");
    try {
      Process process =
          new ProcessBuilder(java, "-cp", classpath, "io.adfleet.local.Local", "parts")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      List<String> said = new ArrayList<>();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (line.startsWith("{")) {
          JsonNode ready = Json.mapper().readTree(line);
          return new Parts(
              ready.get("postgres_port").asInt(), ready.get("kafka_bootstrap").asText());
        }
      }
      throw new IllegalStateException("the parts did not start: " + said);
    } catch (IOException e) {
      throw new UncheckedIOException("the parts could not be started", e);
    }
  }

  /** The project's root folder. */
  static Path root() {
    String given = System.getProperty("adfleet.root");
    Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not inside the project");
    }
    return folder;
  }
}
