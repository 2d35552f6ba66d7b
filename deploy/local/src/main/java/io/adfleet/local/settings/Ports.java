package io.adfleet.local.settings;

import io.adfleet.local.Trouble;
import io.adfleet.local.process.FreePorts;

/**
 * Every port of a fleet, derived from one, so that two clones run side by side.
 *
 * @param base the gateway's: the address people open
 */
public record Ports(int base) {

  /** What stands here unless {@code PORT} says otherwise. */
  public static final int DEFAULT = 8080;

  /** From a service's port to that of its health and metrics. */
  public static final int MANAGEMENT = 20;

  private static final int LOWEST = 1024;
  private static final int HIGHEST_OFFSET = 40;

  public Ports {
    if (base < LOWEST || base + HIGHEST_OFFSET >= FreePorts.EPHEMERAL) {
      throw new Trouble(
          "PORT="
              + base
              + " cannot be the base port; choose one from "
              + LOWEST
              + " to "
              + (FreePorts.EPHEMERAL - HIGHEST_OFFSET - 1)
              + ".");
    }
  }

  /** Reads what a user wrote. */
  public static Ports parse(String text) {
    try {
      return new Ports(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw new Trouble("PORT=" + text + " is not a number; leave it out or write PORT=8080.", e);
    }
  }

  public int sandbox() {
    return base + 10;
  }

  public int sandboxGrpc() {
    return base + 11;
  }

  public int postgres() {
    return base + 12;
  }

  public int kafka() {
    return base + 13;
  }

  public int kafkaController() {
    return base + 14;
  }

  public int keycloak() {
    return base + 15;
  }

  public int keycloakManagement() {
    return base + 16;
  }

  /** An address of this machine. */
  public static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
