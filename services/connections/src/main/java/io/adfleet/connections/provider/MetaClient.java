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

/**
 * Meta. It knows no refresh tokens: the short-lived token of a consent is traded for one of sixty
 * days, and that one for its successor while it still works.
 */
@ApplicationScoped
class MetaClient implements PlatformClient {

  private static final List<String> SCOPES =
      List.of("ads_read", "ads_management", "business_management");

  /** Either of them lets us read. */
  private static final List<String> READING = List.of("ads_read", "ads_management");

  private final ConnectionsConfig.Meta meta;
  private final String redirectUri;
  private final MetaTokens tokens;
  private final MetaDirectory directory;
  private final Away away = new Away();

  MetaClient(ConnectionsConfig config, Clock clock) {
    this.meta = config.meta();
    this.redirectUri = config.publicUrl().toString().replaceAll("/$", "") + "/oauth/meta/callback";
    MetaGraph graph = new MetaGraph(meta);
    this.tokens = new MetaTokens(graph, meta, clock);
    this.directory = new MetaDirectory(graph);
  }

  @Override
  public String platform() {
    return Platform.META;
  }

  @Override
  public URI consentUrl(String state, String codeChallenge) {
    String appId =
        meta.appId()
            .orElseThrow(
                () -> new PlatformRefusal(PlatformRefusal.Kind.REFUSED, "META_APP_ID is not set"));
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", appId);
    query.put("redirect_uri", redirectUri);
    query.put("response_type", "code");
    query.put("scope", String.join(",", SCOPES));
    query.put("state", state);
    query.put("code_challenge", codeChallenge);
    query.put("code_challenge_method", "S256");
    return URI.create(meta.dialogUrl() + "?" + Forms.of(query));
  }

  @Override
  public Uni<Grant> exchange(String code, String codeVerifier) {
    return away.call(() -> {
      Grant grant = tokens.exchange(code, codeVerifier, redirectUri);
      if (READING.stream().noneMatch(grant.scopes()::contains)) {
        throw new PlatformRefusal(
            PlatformRefusal.Kind.SCOPE_MISSING, "the consent leaves out reading ads");
      }
      return grant;
    });
  }

  @Override
  public Uni<Grant> refresh(String token) {
    return away.call(() -> tokens.renew(token));
  }

  @Override
  public Uni<Void> revoke(String token) {
    return away.run(() -> tokens.revoke(token));
  }

  @Override
  public Uni<List<FoundAccount>> accounts(String accessToken) {
    return away.call(() -> directory.accounts(accessToken));
  }

  @PreDestroy
  void stop() {
    away.close();
  }
}
