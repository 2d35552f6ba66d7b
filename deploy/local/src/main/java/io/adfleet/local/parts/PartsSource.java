package io.adfleet.local.parts;

import io.adfleet.local.Trouble;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where the parts of a test run come from. Binaries are preferred where they run: they start in
 * seconds and are what {@code make run} stands on.
 */
enum PartsSource {
  /** The environment says where they are. */
  GIVEN,
  /** Programs from Maven artifacts, as processes. */
  BINARIES,
  /** Images, started by Testcontainers. */
  CONTAINERS;

  /** What asks for one of the two that can be started. */
  static final String CHOICE = "ADFLEET_PARTS";

  /** The source on this machine. */
  static PartsSource here(Map<String, String> environment) {
    return of(
        environment,
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        ContainerParts::engineAnswers);
  }

  /**
   * The rule.
   *
   * @param engine whether a Docker engine answers; asked only where that decides
   */
  static PartsSource of(
      Map<String, String> environment, String system, String processor, BooleanSupplier engine) {
    if (says(environment, GivenParts.POSTGRES_PORT) && says(environment, GivenParts.KAFKA)) {
      return GIVEN;
    }
    String machine = system + " on " + processor;
    boolean binariesRun = system.equals("Linux") && processor.equals("amd64");
    switch (environment.getOrDefault(CHOICE, "").strip()) {
      case "" -> {
        if (binariesRun) {
          return BINARIES;
        }
        if (engine.getAsBoolean()) {
          return CONTAINERS;
        }
        throw new Trouble(
            "The PostgreSQL that adfleet carries is for Linux on x86-64, this is "
                + machine
                + "; start a Docker engine, then the tests take containers.");
      }
      case "binaries" -> {
        if (binariesRun) {
          return BINARIES;
        }
        throw new Trouble(
            CHOICE + "=binaries needs Linux on x86-64, this is " + machine + "; leave it out.");
      }
      case "containers" -> {
        if (engine.getAsBoolean()) {
          return CONTAINERS;
        }
        throw new Trouble(
            CHOICE + "=containers, but no Docker engine answers; start one, or leave it out.");
      }
      default ->
          throw new Trouble(
              "%s=%s is unknown; there are binaries and containers."
                  .formatted(CHOICE, environment.get(CHOICE)));
    }
  }

  private static boolean says(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
