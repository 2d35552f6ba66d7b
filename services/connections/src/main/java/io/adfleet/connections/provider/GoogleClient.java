package io.adfleet.connections.provider;

import io.adfleet.connections.ConnectionsConfig;
import io.adfleet.contracts.Platform;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google Ads. Its calls block, each on a virtual thread of its own. */
@ApplicationScoped
class GoogleClient implements PlatformClient {

  /** The one scope that reads and changes ads. */
  static final String SCOPE = "https://www.googleapis.com/auth/adwords";

  private final ConnectionsConfig.Google google;
  private final String redirectUri;
  private final GoogleTokens tokens;
  private final GoogleDirectory directory;
  private final Away away = new Away();

  GoogleClient(ConnectionsConfig config, Clock clock) {
    this.google = config.google();
    this.redirectUri =
        config.publicUrl().toString().replaceAll("/$", "") + "/oauth/google/callback";
    this.tokens = new GoogleTokens(google, clock);
    this.directory = new GoogleDirectory(google);
  }

  @Override
  public String platform() {
    return Platform.GOOGLE;
  }

  @Override
  public URI consentUrl(String state, String codeChallenge) {
    String clientId =
        google
            .clientId()
            .orElseThrow(() ->
                new PlatformRefusal(PlatformRefusal.Kind.REFUSED, "GOOGLE_CLIENT_ID is not set"));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", clientId);
    query.put("redirect_uri", redirectUri);
    query.put("response_type", "code");
    query.put("scope", SCOPE);
    query.put("access_type", "offline");
    query.put("prompt", "consent");
    query.put("state", state);
    query.put("code_challenge", codeChallenge);
    query.put("code_challenge_method", "S256");
    return URI.create(google.authorizeUrl() + "?" + Forms.of(query));
  }

  @Override
  public Uni<Grant> exchange(String code, String codeVerifier) {
    return away.call(() -> {
      Grant grant = tokens.exchange(code, codeVerifier, redirectUri);
      if (!grant.scopes().contains(SCOPE)) {
        throw new PlatformRefusal(
            PlatformRefusal.Kind.SCOPE_MISSING, "the consent leaves out managing Google Ads");
      }
      return grant;
    });
  }

  @Override
  public Uni<Grant> refresh(String refreshToken) {
    return away.call(() -> tokens.refresh(refreshToken));
  }

  @Override
  public Uni<Void> revoke(String refreshToken) {
    return away.run(() -> tokens.revoke(refreshToken));
  }

  @Override
  public Uni<List<FoundAccount>> accounts(String accessToken) {
    return away.call(() -> directory.accounts(accessToken));
  }

  @PreDestroy
  void stop() {
    directory.close();
    away.close();
  }
}
