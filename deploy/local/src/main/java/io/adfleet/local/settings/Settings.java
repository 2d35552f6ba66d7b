package io.adfleet.local.settings;

import io.adfleet.local.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * What one command works with.
 *
 * @param folders where things lie
 * @param ports what the user asked for, else what the data remembers, else the default
 * @param world the folder the user named
 * @param memory what the data folder remembers of earlier starts
 * @param secrets passwords and keys
 * @param environment everything else the user said
 */
public record Settings(
    Folders folders,
    Ports ports,
    Optional<Path> world,
    Memory memory,
    Secrets secrets,
    Map<String, String> environment) {

  private static final String PORT = "port";
  private static final String OFFSET = "clock-offset";
  private static final String CLOCK_OFFSET = "ADFLEET_CLOCK_OFFSET";

  /** Reads {@code DATA}, {@code PORT}, {@code WORLD} and what the data remembers. */
  public static Settings of(Map<String, String> environment) {
    Folders folders = Folders.of(environment);
    Memory memory = new Memory(folders.data().resolve("fleet.properties"));
    String port = environment.getOrDefault("PORT", "");
    Ports ports =
        port.isBlank()
            ? memory.get(PORT).map(Ports::parse).orElseGet(() -> new Ports(Ports.DEFAULT))
            : Ports.parse(port);
    String world = environment.getOrDefault("WORLD", "");
    return new Settings(
        folders,
        ports,
        world.isBlank()
            ? Optional.empty()
            : Optional.of(Path.of(world).toAbsolutePath().normalize()),
        memory,
        new Secrets(new Memory(folders.data().resolve("secrets.properties")), environment),
        environment);
  }

  /** Lets later commands find ports and clock by the data alone. */
  public void remember() {
    memory.set(PORT, Integer.toString(ports.base()));
    memory.set(OFFSET, told(CLOCK_OFFSET));
  }

  /** Whether this data folder belongs to a fleet already. */
  public boolean wasStarted() {
    return memory.get(PORT).isPresent();
  }

  /** Whether the ports asked for now are others than those of the last start. */
  public boolean portsDiffer() {
    return memory
        .get(PORT)
        .filter(port -> !port.equals(Integer.toString(ports.base())))
        .isPresent();
  }

  /** How far the fleet's clock is ahead, as this or the last start said it. */
  public Duration clockOffset() {
    String told = told(CLOCK_OFFSET);
    String offset = told.isEmpty() ? memory.get(OFFSET).orElse("") : told;
    try {
      return offset.isEmpty() ? Duration.ZERO : Duration.parse(offset);
    } catch (DateTimeParseException e) {
      throw new Trouble(
          CLOCK_OFFSET + "=" + offset + " is no duration; write it like P1D or PT30M.", e);
    }
  }

  /** A file or folder of the data. */
  public Path data(String name) {
    return folders.data().resolve(name);
  }

  /** Where a part or service writes its log. */
  public Path log(String name) {
    return folders.data().resolve("logs").resolve(name + ".log");
  }

  /** The address people open. */
  public String publicUrl() {
    return Ports.http(ports.base());
  }

  /** What the user said under that name; empty when nothing. */
  public String told(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
