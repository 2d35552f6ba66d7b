package io.adfleet.gateway.signing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.adfleet.gateway.GatewayConfig;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The credential a service behind the gateway is given for one person and one workspace. */
@ApplicationScoped
public class InternalTokens {

  private static final String ISSUER = "adfleet-gateway";
  private static final int REMEMBERED = 100_000;

  /**
   * For whom, in what and towards whom.
   *
   * @param origin what the caller came with: a session or a token, by its hash
   * @param session the hash of the session cookie; null for an API token
   * @param workspace null on paths without one; then there is no role either
   */
  public record Grant(
      String audience,
      UUID user,
      String email,
      String origin,
      @Nullable String session,
      @Nullable UUID workspace,
      @Nullable String role) {}

  private final SigningKeys keys;
  private final GatewayConfig.Signing config;
  private final Cache<Grant, String> signed;

  InternalTokens(SigningKeys keys, GatewayConfig config) {
    this.keys = keys;
    this.config = config.signing();
    this.signed =
        Caffeine.newBuilder()
            .expireAfterWrite(config.signing().reused())
            .maximumSize(REMEMBERED)
            .build();
  }

  /** A token for the grant, signed now or within the last minute. */
  public Uni<String> token(Grant grant) {
    String known = signed.getIfPresent(grant);
    return known != null
        ? Uni.createFrom().item(known)
        : keys.current().map(key -> sign(grant, key)).invoke(t -> signed.put(grant, t));
  }

  private String sign(Grant grant, SigningKey key) {
    JwtClaimsBuilder claims =
        Jwt.issuer(ISSUER)
            .subject(grant.user().toString())
            .audience(grant.audience())
            .claim("email", grant.email())
            .expiresIn(config.lifetime());
    if (grant.session() != null) {
      claims.claim("session", grant.session());
    }
    if (grant.workspace() != null) {
      claims.claim("workspace", grant.workspace().toString());
    }
    if (grant.role() != null) {
      claims.groups(Set.of(grant.role()));
    }
    return claims
        .jws()
        .algorithm(SignatureAlgorithm.RS256)
        .keyId(key.kid())
        .sign(key.pair().getPrivate());
  }
}
