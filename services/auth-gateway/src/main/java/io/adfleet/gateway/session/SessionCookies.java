package io.adfleet.gateway.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Takes the place of quarkus-oidc's own state in the browser: the cookie holds a random text, no
 * token. Of Keycloak's tokens only the id token is kept, sealed, for signing out there.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionCookies implements TokenStateManager {

  private final Sessions sessions;

  SessionCookies(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext context,
      OidcTenantConfig tenant,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> request) {
    return sessions.open(person(tokens.getIdToken()));
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext context,
      OidcTenantConfig tenant,
      String cookie,
      OidcRequestContext<AuthorizationCodeTokens> request) {
    return sessions
        .idToken(cookie)
        .map(idToken ->
            new AuthorizationCodeTokens(
                idToken.orElseThrow(() -> new AuthenticationFailedException("no such session")),
                null,
                null));
  }

  @Override
  public Uni<Void> deleteTokens(
      RoutingContext context,
      OidcTenantConfig tenant,
      String cookie,
      OidcRequestContext<Void> request) {
    return sessions.end(cookie);
  }

  /** A user name stands in for a missing address where people are shown, never where found. */
  static Sessions.SignedIn person(String idToken) {
    JsonObject claims = claims(idToken);
    String email = claims.getString("email");
    return new Sessions.SignedIn(
        claims.getString("sub"),
        email == null ? claims.getString("preferred_username", "") : email,
        email != null && Boolean.TRUE.equals(claims.getValue("email_verified")),
        claims.getString("sid"),
        idToken);
  }

  /** quarkus-oidc has verified the token already; here it is only read. */
  private static JsonObject claims(String idToken) {
    byte[] payload = Base64.getUrlDecoder().decode(idToken.split("\\.")[1]);
    return new JsonObject(new String(payload, StandardCharsets.UTF_8));
  }
}
