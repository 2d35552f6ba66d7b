package io.adfleet.connections.link;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent somebody was sent away for.
 *
 * @param session fingerprint of the browser session that may come back with it
 */
record PendingConsent(
    UUID workspaceId,
    UUID id,
    String platform,
    UUID userId,
    String session,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant usedAt) {

  static final Duration LIFE = Duration.ofMinutes(10);

  boolean belongsTo(UUID user, @Nullable String browser) {
    return userId.equals(user) && session.equals(browser);
  }

  boolean endedBy(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
