package io.adfleet.connections.link;

import io.adfleet.connections.account.ReachableAccount;
import io.adfleet.connections.link.Returned.Reason;
import io.adfleet.connections.provider.Grant;
import io.adfleet.connections.provider.PlatformClient;
import io.adfleet.connections.provider.PlatformRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Turns what a person came back with into a connection, new or renewed. */
@ApplicationScoped
class CompleteConsent {

  private static final Logger LOG = Logger.getLogger(CompleteConsent.class);

  private final KeepConsent keep;

  CompleteConsent(KeepConsent keep) {
    this.keep = keep;
  }

  /** Who came back: the state they were sent with, used up already. */
  record Person(StateToken state, UUID user, @Nullable String email) {}

  Uni<Returned> complete(PlatformClient platform, Person person, @Nullable String code) {
    UUID workspace = person.state().workspace();
    if (code == null || code.isBlank()) {
      return Uni.createFrom().item(new Returned.Refused(workspace, null, Reason.CONSENT_DENIED));
    }
    return platform
        .exchange(code, person.state().verifier())
        .chain(grant -> granted(platform, person, grant))
        .onFailure(PlatformRefusal.class)
        .recoverWithItem(failure -> {
          PlatformRefusal refusal = (PlatformRefusal) failure;
          LOG.warnf(
              "A consent for workspace %s could not be used: %s", workspace, refusal.getMessage());
          return new Returned.Refused(
              workspace,
              null,
              refusal.kind() == PlatformRefusal.Kind.SCOPE_MISSING
                  ? Reason.SCOPE_MISSING
                  : Reason.EXCHANGE_FAILED);
        });
  }

  private Uni<Returned> granted(PlatformClient platform, Person person, Grant grant) {
    UUID workspace = person.state().workspace();
    String refreshToken = grant.refreshToken();
    if (refreshToken == null) {
      return Uni.createFrom().item(new Returned.Refused(workspace, null, Reason.NO_REFRESH_TOKEN));
    }
    return platform
        .accounts(grant.accessToken())
        .map(found -> Optional.of(found.stream().map(ReachableAccount::of).toList()))
        .onFailure(PlatformRefusal.class)
        .recoverWithItem(refusal -> {
          LOG.warnf(
              "The accounts behind a consent for workspace %s can't be listed: %s",
              workspace, refusal.getMessage());
          return Optional.<List<ReachableAccount>>empty();
        })
        .chain(reached ->
            keep.keep(platform.platform(), person, refreshToken, grant, reached)
                .map(connection ->
                    reached.isPresent()
                        ? new Returned.Linked(workspace, connection)
                        : new Returned.Refused(workspace, connection, Reason.ACCOUNTS_UNREADABLE)));
  }
}
