package io.adfleet.ingest.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.contracts.Json;
import io.adfleet.ingest.IngestConfig;
import io.adfleet.ingest.platform.Failure;
import io.adfleet.ingest.platform.FailureKind;
import io.adfleet.ingest.platform.PlatformException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of connections, asked of the connections service with our own service token and
 * kept until five minutes before they expire. A connection's token is asked for once at a time.
 * Tokens are never logged, nor put into an exception.
 */
@ApplicationScoped
public class AccessTokens {

  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final Duration SHORT_LIVED_MARGIN = Duration.ofSeconds(30);

  /** A token and until when it may be handed out. */
  public record Token(String value, Instant until) {
    @Override
    public String toString() {
      return "token until " + until;
    }
  }

  private final Http http;
  private final ServiceToken ourselves;
  private final URI address;
  private final String vendor;
  private final Clock clock;
  private final Map<UUID, Token> kept = new ConcurrentHashMap<>();
  private final Map<UUID, ReentrantLock> asking = new ConcurrentHashMap<>();

  AccessTokens(Http http, ServiceToken ourselves, IngestConfig config, Clock clock) {
    this.http = http;
    this.ourselves = ourselves;
    this.address = config.tokens().connectionsUrl().resolve("/internal/access-tokens");
    this.vendor = config.vendor();
    this.clock = clock;
  }

  /** The token to read with. */
  public Token of(UUID workspace, UUID connection) {
    Token held = held(connection);
    if (held != null) {
      return held;
    }
    ReentrantLock lock = asking.computeIfAbsent(connection, ignored -> new ReentrantLock());
    lock.lock();
    try {
      Token meanwhile = held(connection);
      if (meanwhile != null) {
        return meanwhile;
      }
      Token asked = ask(workspace, connection);
      kept.put(connection, asked);
      return asked;
    } finally {
      lock.unlock();
    }
  }

  /** The platform didn't take it. */
  public void forget(UUID connection, Token token) {
    kept.remove(connection, token);
  }

  private @Nullable Token held(UUID connection) {
    Token held = kept.get(connection);
    return held != null && clock.instant().isBefore(held.until()) ? held : null;
  }

  private Token ask(UUID workspace, UUID connection) {
    String body =
        Json.mapper()
            .createObjectNode()
            .put("workspace_id", workspace.toString())
            .put("connection_id", connection.toString())
            .toString();
    String service = ourselves.value();
    HttpResponse<byte[]> answer = http.postJson(address, body, service);
    return switch (answer.statusCode()) {
      case 200 -> read(answer.body());
      case 409 ->
          throw failed(
              FailureKind.NEEDS_REAUTH,
              "connections.needs_reauth",
              "%s no longer accepts this connection. Authorize it again; nothing is lost meanwhile."
                  .formatted(vendor));
      case 404 ->
          throw failed(
              FailureKind.PERMANENT, "connections.not_found", "This connection no longer exists.");
      case 401, 403 -> {
        ourselves.forget(service);
        throw away("connections." + answer.statusCode());
      }
      default -> throw away("connections." + answer.statusCode());
    };
  }

  private Token read(byte[] body) {
    try {
      JsonNode json = Json.mapper().readTree(body);
      Instant expires = Instant.parse(json.path("expires_at").asText());
      Instant now = clock.instant();
      Instant until = expires.minus(MARGIN);
      return new Token(
          json.path("access_token").asText(),
          until.isAfter(now) ? until : expires.minus(SHORT_LIVED_MARGIN));
    } catch (IOException | RuntimeException e) {
      throw away("connections.unreadable_answer");
    }
  }

  private static PlatformException failed(FailureKind kind, String code, String sentence) {
    return new PlatformException(Failure.of(kind, code, sentence));
  }

  /** Ours is away: no slice is to blame and none is given up for it. */
  static PlatformException away(String code) {
    return failed(FailureKind.OURS, code, "Reading waits for another part of adfleet.");
  }
}
