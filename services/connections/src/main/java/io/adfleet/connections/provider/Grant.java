package io.adfleet.connections.provider;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token endpoint hands out. It never prints a token. */
public record Grant(
    String accessToken, Instant expiresAt, @Nullable String refreshToken, Set<String> scopes) {

  @Override
  public String toString() {
    return "Grant[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
  }
}
