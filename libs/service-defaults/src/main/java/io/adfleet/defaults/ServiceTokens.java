package io.adfleet.defaults;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Another service's own token: Keycloak's client-credentials grant. Tokens are made and judged by
 * the real time, whatever {@code adfleet.clock.offset} says.
 */
@ApplicationScoped
class ServiceTokens {

  private static final String BEARER = "Bearer ";

  private final TokenVerifier verifier;

  ServiceTokens(
      @ConfigProperty(name = "adfleet.keycloak.jwks-url") String jwksUrl,
      @ConfigProperty(name = "adfleet.keycloak.issuer") String issuer) {
    this.verifier = new TokenVerifier(jwksUrl, issuer, null, Clock.systemUTC());
  }

  /** The calling service's client id, or null without a valid token. */
  Uni<@Nullable String> client(RoutingContext request) {
    String header = request.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      return Uni.createFrom().nullItem();
    }
    return verifier
        .verify(header.substring(BEARER.length()))
        .map(claims -> claims == null ? null : claims.getClaimValueAsString("azp"));
  }
}
