package io.adfleet.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Verifies what Keycloak says through the back channel (OpenID Connect Back-Channel Logout 1.0).
 */
@ApplicationScoped
class LogoutToken {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final int CLOCK_SKEW_SECONDS = 30;

  /** Which session of Keycloak ended, or whose sessions. */
  record Ended(@Nullable String providerSession, @Nullable String subject) {}

  private final JwtConsumer consumer;

  LogoutToken(
      @ConfigProperty(name = "adfleet.keycloak.issuer") String issuer,
      @ConfigProperty(name = "adfleet.keycloak.jwks-url") String keysUrl,
      @ConfigProperty(name = "quarkus.oidc.client-id") String client) {
    HttpsJwks keys = new HttpsJwks(keysUrl);
    this.consumer =
        new JwtConsumerBuilder()
            .setExpectedIssuer(issuer)
            .setExpectedAudience(client)
            .setRequireIssuedAt()
            .setRequireJwtId()
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
            .build();
  }

  /** What ended, or empty where the token is not Keycloak's or not about logging out. Blocks. */
  Optional<Ended> read(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      boolean aboutLogout =
          claims.getClaimValue("events") instanceof Map<?, ?> events && events.containsKey(EVENT);
      if (!aboutLogout || claims.hasClaim("nonce")) {
        return Optional.empty();
      }
      Ended ended = new Ended(claims.getStringClaimValue("sid"), claims.getSubject());
      return ended.providerSession() == null && ended.subject() == null
          ? Optional.empty()
          : Optional.of(ended);
    } catch (InvalidJwtException | MalformedClaimException e) {
      org.jboss.logging.Logger.getLogger(LogoutToken.class)
          .warnf("A back-channel logout was refused: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
