package io.adfleet.connections.link;

import io.adfleet.connections.ConnectionsProblem;
import io.adfleet.connections.credential.Keyring;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uses up the state a person comes back with: once, in time, and by who was sent. */
@ApplicationScoped
class UseConsent {

  private final Tenants tenants;
  private final PendingConsentStore consents;
  private final Keyring keyring;
  private final Clock clock;

  UseConsent(Tenants tenants, PendingConsentStore consents, Keyring keyring, Clock clock) {
    this.tenants = tenants;
    this.consents = consents;
    this.keyring = keyring;
    this.clock = clock;
  }

  Uni<StateToken> use(
      String platform, @Nullable String state, UUID user, @Nullable String session) {
    StateToken token =
        StateToken.read(keyring, state == null ? "" : state).orElseThrow(UseConsent::invalid);
    Instant now = clock.instant();
    return tenants
        .inWorkspace(
            token.workspace(),
            c ->
                consents
                    .lock(c, token.workspace(), token.id())
                    .invoke(found ->
                        check(found.orElseThrow(UseConsent::invalid), platform, user, session, now))
                    .chain(found -> consents.use(c, token.workspace(), token.id(), now)))
        .replaceWith(token);
  }

  private static void check(
      PendingConsent consent, String platform, UUID user, @Nullable String session, Instant now) {
    if (!consent.platform().equals(platform)) {
      throw invalid();
    }
    if (!consent.belongsTo(user, session)) {
      throw new ProblemException(
          ConnectionsProblem.OAUTH_STATE_FOREIGN,
          "Come back in the browser session that started connecting, or start again.");
    }
    if (consent.usedAt() != null) {
      throw new ProblemException(
          ConnectionsProblem.OAUTH_STATE_USED, "Each consent counts once; connect again.");
    }
    if (consent.endedBy(now)) {
      throw new ProblemException(
          ConnectionsProblem.OAUTH_STATE_INVALID,
          "More than ten minutes passed since connecting was started; connect again.");
    }
  }

  private static ProblemException invalid() {
    return new ProblemException(
        ConnectionsProblem.OAUTH_STATE_INVALID,
        "The state parameter isn't one adfleet handed out; connect again.");
  }
}
