package io.adfleet.connections.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.adfleet.connections.ConnectionsConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Meta's tokens. */
final class MetaTokens {

  private static final String DOOR = "oauth/access_token";

  /** Where Meta doesn't say when a token ends. */
  private static final Duration LIFE = Duration.ofDays(60);

  private record Token(String text, Instant expiresAt) {}

  private final MetaGraph graph;
  private final ConnectionsConfig.Meta meta;
  private final Clock clock;

  MetaTokens(MetaGraph graph, ConnectionsConfig.Meta meta, Clock clock) {
    this.graph = graph;
    this.meta = meta;
    this.clock = clock;
  }

  /** A token of sixty days for a code, with what the person granted. */
  Grant exchange(String code, String codeVerifier, String redirectUri) {
    Map<String, String> form = app();
    form.put("code", code);
    form.put("code_verifier", codeVerifier);
    form.put("redirect_uri", redirectUri);
    Token lasting = lasting(token(graph.post(DOOR, form)).text());
    return grant(lasting, granted(lasting.text()));
  }

  /** Its successor. */
  Grant renew(String token) {
    return grant(lasting(token), Set.of());
  }

  /** A token Meta doesn't know any more counts as revoked. */
  void revoke(String token) {
    try {
      graph.delete("me/permissions", token);
    } catch (PlatformRefusal refusal) {
      if (refusal.kind() == PlatformRefusal.Kind.UNAVAILABLE) {
        throw refusal;
      }
    }
  }

  private Token lasting(String token) {
    Map<String, String> form = app();
    form.put("grant_type", "fb_exchange_token");
    form.put("fb_exchange_token", token);
    return token(graph.post(DOOR, form));
  }

  private Set<String> granted(String token) {
    Set<String> granted = new TreeSet<>();
    for (JsonNode permission : graph.get("me/permissions", token, Map.of()).path("data")) {
      if (permission.path("status").asText().equals("granted")) {
        granted.add(permission.path("permission").asText());
      }
    }
    return granted;
  }

  private Map<String, String> app() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", meta.appId().orElse(""));
    form.put("client_secret", meta.appSecret().orElse(""));
    return form;
  }

  private Token token(JsonNode answer) {
    String text = answer.path("access_token").asText("");
    if (text.isEmpty()) {
      throw new PlatformRefusal(
          PlatformRefusal.Kind.UNAVAILABLE, "the token endpoint answered without a token");
    }
    long seconds = answer.path("expires_in").asLong(0);
    return new Token(text, clock.instant().plus(seconds > 0 ? Duration.ofSeconds(seconds) : LIFE));
  }

  private static Grant grant(Token token, Set<String> scopes) {
    return new Grant(token.text(), token.expiresAt(), token.text(), scopes);
  }
}
