package io.adfleet.connections.provider;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;

/**
 * One ad platform. Calls fail with {@link PlatformRefusal} and nothing else, and complete on the
 * caller's context.
 */
public interface PlatformClient {

  /** The platform's name in paths and on topics. */
  String platform();

  /** Where a person's browser is sent to consent. */
  URI consentUrl(String state, String codeChallenge);

  /** Trades the code of the redirect for tokens. */
  Uni<Grant> exchange(String code, String codeVerifier);

  /** A fresh access token, and a new refresh token where the platform changes it. */
  Uni<Grant> refresh(String refreshToken);

  /** Makes the platform forget the consent. */
  Uni<Void> revoke(String refreshToken);

  /** Every account the consent reaches, managers included, each once. */
  Uni<List<FoundAccount>> accounts(String accessToken);
}
