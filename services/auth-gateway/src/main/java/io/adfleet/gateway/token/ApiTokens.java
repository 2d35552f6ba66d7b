package io.adfleet.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adfleet.defaults.Feed;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.GatewayConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Whom a presented API token acts for; an answer is believed for ten seconds. */
@ApplicationScoped
public class ApiTokens {

  private static final int REMEMBERED = 100_000;

  /**
   * What a living token allows.
   *
   * @param role what the person is in the workspace, at most what the token may be
   * @param hash the token's SHA-256 in hexadecimal
   */
  public record Bearer(UUID user, String email, UUID workspace, Role role, String hash) {}

  private final ApiTokenStore store;
  private final Feed feed;
  private final Clock clock;
  private final Cache<String, Bearer> believed;

  ApiTokens(ApiTokenStore store, Feed feed, Clock clock, GatewayConfig config) {
    this.store = store;
    this.feed = feed;
    this.clock = clock;
    this.believed =
        Caffeine.newBuilder()
            .expireAfterWrite(config.identity().cached())
            .maximumSize(REMEMBERED)
            .build();
  }

  /** What the token allows, if it is one of ours, not expired and its person still a member. */
  public Uni<Optional<Bearer>> find(String text) {
    TokenText token = new TokenText(text);
    if (!token.wellFormed()) {
      return Uni.createFrom().item(Optional.empty());
    }
    String hash = HexFormat.of().formatHex(token.hash());
    Bearer known = believed.getIfPresent(hash);
    if (known != null) {
      return Uni.createFrom().item(Optional.of(known));
    }
    return store
        .holder(feed.pool(), token.hash(), clock.instant())
        .map(holder -> holder.map(h -> bearer(h, hash)))
        .invoke(bearer -> bearer.ifPresent(b -> believed.put(hash, b)));
  }

  /** This replica stops believing a token at once. */
  void forget(byte[] hash) {
    believed.invalidate(HexFormat.of().formatHex(hash));
  }

  private static Bearer bearer(ApiTokenStore.Holder holder, String hash) {
    Role role = holder.member().atLeast(holder.cap()) ? holder.cap() : holder.member();
    return new Bearer(holder.user(), holder.email(), holder.workspace(), role, hash);
  }
}
