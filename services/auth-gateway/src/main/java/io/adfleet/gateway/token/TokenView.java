package io.adfleet.gateway.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as the API shows it.
 *
 * @param token its text; only in the answer that made it
 */
record TokenView(
    UUID id,
    UUID workspaceId,
    String name,
    String role,
    String ending,
    Instant createdAt,
    Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

  static TokenView of(ApiToken token, @Nullable String text) {
    return new TokenView(
        token.id(),
        token.workspace(),
        token.name(),
        token.role().word(),
        token.ending(),
        token.createdAt(),
        token.expiresAt(),
        text);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "TokenView[" + id + "]";
  }
}
