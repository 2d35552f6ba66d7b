package io.adfleet.e2e.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL and a Kafka of their own, gone with this object or this process. */
public final class Parts implements AutoCloseable {

  private static final int SECONDS_TO_END = 30;

  private final Process process;
  private final int postgresPort;
  private final String kafka;

  private Parts(Process process, int postgresPort, String kafka) {
    this.process = process;
    this.postgresPort = postgresPort;
    this.kafka = kafka;
  }

  /** Starts both, with a database that survives a power cut if the launcher offers that. */
  public static Parts start(Launcher launcher) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(launcher.command("parts"))
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put("ADFLEET_PARTS_DURABLE", "true");
      return read(builder.start());
    } catch (IOException e) {
      throw new E2eException("The parts cannot be started: " + e.getMessage() + ".", e);
    }
  }

  private static Parts read(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    List<String> said = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.startsWith("{")) {
        JsonNode ready = Json.mapper().readTree(line);
        return new Parts(
            process, ready.get("postgres_port").asInt(), ready.get("kafka_bootstrap").asText());
      }
    }
    throw new E2eException("The parts did not start: " + String.join("\n", said));
  }

  public int postgresPort() {
    return postgresPort;
  }

  public String kafka() {
    return kafka;
  }

  /** They end with their input. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }
}
