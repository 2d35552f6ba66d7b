package io.adfleet.local.process;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Short commands whose result is awaited. */
public final class Shell {

  /** What a command answered. */
  public record Answer(int code, String output) {
    public boolean succeeded() {
      return code == 0;
    }
  }

  private Shell() {}

  /** Runs the command to its end; a program that isn't there answers 127. */
  public static Answer run(List<String> command) {
    return run(command, Map.of());
  }

  /** Runs the command to its end with these variables set. */
  public static Answer run(List<String> command, Map<String, String> environment) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return new Answer(process.waitFor(), output);
    } catch (IOException absent) {
      return new Answer(127, String.valueOf(absent.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble("Interrupted while running " + command.getFirst() + ".", e);
    }
  }
}
