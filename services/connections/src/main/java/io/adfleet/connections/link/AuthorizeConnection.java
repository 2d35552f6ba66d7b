package io.adfleet.connections.link;

import io.adfleet.connections.ConnectionsProblem;
import io.adfleet.connections.credential.Keyring;
import io.adfleet.connections.provider.PlatformClient;
import io.adfleet.connections.provider.PlatformRefusal;
import io.adfleet.contracts.Ids;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Sends a person to the platform to consent. */
@ApplicationScoped
class AuthorizeConnection {

  private final Tenants tenants;
  private final PendingConsentStore consents;
  private final Keyring keyring;
  private final Clock clock;

  AuthorizeConnection(Tenants tenants, PendingConsentStore consents, Keyring keyring, Clock clock) {
    this.tenants = tenants;
    this.consents = consents;
    this.keyring = keyring;
    this.clock = clock;
  }

  /** Where the person's browser goes. */
  Uni<URI> authorize(UUID workspace, UUID user, String session, PlatformClient platform) {
    Instant now = clock.instant();
    StateToken state = StateToken.of(keyring, workspace, Ids.next());
    PendingConsent consent =
        new PendingConsent(
            workspace,
            state.id(),
            platform.platform(),
            user,
            session,
            now,
            now.plus(PendingConsent.LIFE),
            null);
    URI url = consentUrl(platform, state);
    return tenants.inWorkspace(workspace, c -> consents.add(c, consent)).replaceWith(url);
  }

  private static URI consentUrl(PlatformClient platform, StateToken state) {
    try {
      return platform.consentUrl(state.text(), state.challenge());
    } catch (PlatformRefusal refusal) {
      throw new ProblemException(
          ConnectionsProblem.PLATFORM_NOT_CONFIGURED,
          "Nobody can connect " + platform.platform() + " here: " + refusal.getMessage() + ".");
    }
  }
}
