package io.adfleet.connections.provider;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint hands out. It never prints a token.
 *
 * @param refreshToken what a fresh access token is asked for with; where a platform has no such
 *     thing, the access token itself, which is traded for another before it ends; null where none
 *     came along
 */
public record Grant(
    String accessToken, Instant expiresAt, @Nullable String refreshToken, Set<String> scopes) {

  /** When what is kept of it ends; null if it lasts until somebody revokes it. */
  public @Nullable Instant ends() {
    return accessToken.equals(refreshToken) ? expiresAt : null;
  }

  @Override
  public String toString() {
    return "Grant[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
  }
}
