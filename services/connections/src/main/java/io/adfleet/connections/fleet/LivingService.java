package io.adfleet.connections.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A service instance by its last heartbeat. */
record LivingService(
    String service,
    String instance,
    String version,
    int port,
    Instant startedAt,
    Instant at,
    boolean ready,
    boolean stopping) {

  /** Two heartbeats may be late or lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /** Whether it lives, and gets on: not ready is who lives and waits for its database or broker. */
  enum State {
    UP,
    NOT_READY,
    DOWN,
    STOPPING;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  State stateAt(Instant now) {
    if (stopping) {
      return now.isAfter(at.plusSeconds(30)) ? State.DOWN : State.STOPPING;
    }
    if (now.isAfter(at.plus(PATIENCE))) {
      return State.DOWN;
    }
    return ready ? State.UP : State.NOT_READY;
  }

  long ageAt(Instant now) {
    return Math.max(0, Duration.between(at, now).toSeconds());
  }
}
