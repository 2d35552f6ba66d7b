package io.adfleet.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One process to run.
 *
 * @param name what users call it, e.g. {@code snapshot-store}
 * @param command the program and its arguments
 * @param environment added to the launcher's own, of which only harmless names are passed on
 * @param log where it writes
 * @param stopSignal the signal that asks it to end
 * @param patience how long it may take to end before it is killed
 */
public record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    String stopSignal,
    Duration patience) {

  public Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
