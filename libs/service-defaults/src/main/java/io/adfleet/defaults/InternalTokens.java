package io.adfleet.defaults;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/** The gateway's internal token: issuer {@code adfleet-gateway}, audience this service. */
@DefaultBean
@ApplicationScoped
class InternalTokens implements Identities {

  private static final String BEARER = "Bearer ";

  private final TokenVerifier verifier;

  InternalTokens(
      @ConfigProperty(name = "adfleet.gateway.jwks-url") String jwksUrl,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.verifier = new TokenVerifier(jwksUrl, "adfleet-gateway", service, Clock.systemUTC());
  }

  @Override
  public Uni<@Nullable Identity> identify(RoutingContext request) {
    String header = request.request().getHeader("Authorization");
    if (header == null || !header.startsWith(BEARER)) {
      return Uni.createFrom().nullItem();
    }
    return verifier
        .verify(header.substring(BEARER.length()))
        .map(claims -> claims == null ? null : identity(claims));
  }

  private static @Nullable Identity identity(JwtClaims claims) {
    try {
      String workspace = claims.getStringClaimValue("workspace");
      List<String> groups = claims.getStringListClaimValue("groups");
      return new Identity(
          UUID.fromString(claims.getSubject()),
          claims.getStringClaimValue("email"),
          workspace == null ? null : UUID.fromString(workspace),
          groups == null || groups.isEmpty() ? null : Role.of(groups.getFirst()).orElse(null),
          claims.getStringClaimValue("session"));
    } catch (MalformedClaimException | IllegalArgumentException e) {
      return null;
    }
  }
}
