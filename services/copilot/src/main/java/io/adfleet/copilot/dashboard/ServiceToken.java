package io.adfleet.copilot.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.copilot.CopilotConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who we are to other services: a client-credentials token, renewed half a minute early and asked
 * for once at a time. It is never logged, nor put into an exception.
 */
@ApplicationScoped
class ServiceToken {

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final long USUAL_SECONDS = 60;

  private record Token(String value, Instant until) {
    @Override
    public String toString() {
      return "token until " + until;
    }
  }

  private final Http http;
  private final CopilotConfig.Dashboard config;
  private final Clock clock;
  private @Nullable Token kept;
  private @Nullable Uni<String> asking;

  ServiceToken(Http http, CopilotConfig config, Clock clock) {
    this.http = http;
    this.config = config.dashboard();
    this.clock = clock;
  }

  synchronized Uni<String> value() {
    Token held = kept;
    if (held != null && clock.instant().isBefore(held.until())) {
      return Uni.createFrom().item(held.value());
    }
    Uni<String> running = asking;
    if (running == null) {
      running = ask().memoize().indefinitely();
      asking = running;
    }
    return running;
  }

  /** It wasn't taken: the next call asks for another. */
  synchronized void forget(String value) {
    if (kept != null && kept.value().equals(value)) {
      kept = null;
    }
  }

  private Uni<String> ask() {
    return http.postForm(
            config.tokenUrl(),
            Map.of(
                "grant_type", "client_credentials",
                "client_id", config.clientId(),
                "client_secret", config.clientSecret().orElse("")))
        .map(this::read)
        .onItemOrFailure()
        .transform(this::settled);
  }

  private Token read(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("the issuer answers " + answer.statusCode());
    }
    try {
      JsonNode json = Json.mapper().readTree(answer.body());
      return new Token(
          json.path("access_token").asText(),
          clock.instant().plusSeconds(json.path("expires_in").asLong(USUAL_SECONDS)).minus(MARGIN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized String settled(@Nullable Token token, @Nullable Throwable failure) {
    asking = null;
    if (token == null) {
      throw new IllegalStateException("no token", failure);
    }
    kept = token;
    return token.value();
  }
}
