package io.adfleet.ingest.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.ingest.IngestConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who we are to other services: a client-credentials token, renewed half a minute early. */
@ApplicationScoped
class ServiceToken {

  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Http http;
  private final IngestConfig.Tokens config;
  private final Clock clock;
  private AccessTokens.@Nullable Token kept;

  ServiceToken(Http http, IngestConfig config, Clock clock) {
    this.http = http;
    this.config = config.tokens();
    this.clock = clock;
  }

  synchronized String value() {
    AccessTokens.Token held = kept;
    if (held == null || !clock.instant().isBefore(held.until())) {
      held = ask();
      kept = held;
    }
    return held.value();
  }

  /** It wasn't taken: the next call asks for another. */
  synchronized void forget(String value) {
    if (kept != null && kept.value().equals(value)) {
      kept = null;
    }
  }

  private AccessTokens.Token ask() {
    HttpResponse<byte[]> answer =
        http.postForm(
            config.issuerTokenUrl(),
            Map.of(
                "grant_type", "client_credentials",
                "client_id", config.clientId(),
                "client_secret", config.clientSecret().orElse("")));
    if (answer.statusCode() != 200) {
      throw AccessTokens.away("issuer." + answer.statusCode());
    }
    try {
      JsonNode json = Json.mapper().readTree(answer.body());
      Instant until = clock.instant().plusSeconds(json.path("expires_in").asLong(60)).minus(MARGIN);
      return new AccessTokens.Token(json.path("access_token").asText(), until);
    } catch (IOException e) {
      throw AccessTokens.away("issuer.unreadable_answer");
    }
  }
}
