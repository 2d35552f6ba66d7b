package io.adfleet.connections.credential;

import java.time.Duration;
import java.time.Instant;

/** Opens a platform's API for a while. It never prints itself. */
public record AccessToken(String text, Instant expiresAt) {

  private static final Duration MARGIN = Duration.ofMinutes(5);

  /** Whether it is still worth handing out. */
  boolean lastsAt(Instant now) {
    return now.isBefore(expiresAt.minus(MARGIN));
  }

  @Override
  public String toString() {
    return "AccessToken[expiresAt=" + expiresAt + "]";
  }
}
