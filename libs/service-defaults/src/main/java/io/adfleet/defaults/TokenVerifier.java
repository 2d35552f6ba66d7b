package io.adfleet.defaults;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Verifies RS256 tokens of one issuer by its published keys. A token that was verified is
 * remembered, so its signature is checked once and its expiry always.
 */
final class TokenVerifier {

  private static final Logger LOG = Logger.getLogger(TokenVerifier.class);
  private static final int LEEWAY_SECONDS = 5;

  private final JwtConsumer consumer;
  private final Clock clock;
  private final Cache<String, JwtClaims> verified =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(120)).build();

  TokenVerifier(String jwksUrl, String issuer, @Nullable String audience, Clock clock) {
    HttpsJwks keys = new HttpsJwks(jwksUrl);
    keys.setDefaultCacheDuration(60);
    keys.setRetainCacheOnErrorDuration(600);
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder()
            .setExpectedIssuer(issuer)
            .setRequireSubject()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
            .setJwsAlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys));
    if (audience == null) {
      builder.setSkipDefaultAudienceValidation();
    } else {
      builder.setExpectedAudience(audience);
    }
    this.consumer = builder.build();
    this.clock = clock;
  }

  /** The token's claims, or null when it is not valid. */
  Uni<@Nullable JwtClaims> verify(String token) {
    JwtClaims known = verified.getIfPresent(token);
    if (known != null) {
      return Uni.createFrom().item(expired(known) ? null : known);
    }
    Context caller = Vertx.currentContext();
    Uni<@Nullable JwtClaims> checked =
        Uni.createFrom()
            .item(() -> check(token))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    return caller == null
        ? checked
        : checked.emitOn(task -> caller.runOnContext(ignored -> task.run()));
  }

  private @Nullable JwtClaims check(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      verified.put(token, claims);
      return claims;
    } catch (InvalidJwtException e) {
      LOG.debugf("A token was refused: %s", e.getErrorDetails());
      return null;
    }
  }

  private boolean expired(JwtClaims claims) {
    try {
      NumericDate expiry = claims.getExpirationTime();
      return expiry == null
          || expiry.getValue() + LEEWAY_SECONDS < clock.instant().getEpochSecond();
    } catch (MalformedClaimException e) {
      return true;
    }
  }
}
