package io.adfleet.gateway.live;

import io.adfleet.gateway.session.Sessions;
import io.adfleet.gateway.tenancy.Memberships;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may hear of a workspace. */
@ApplicationScoped
class Listeners {

  /** Who asks with a session, and whether they may. */
  sealed interface Answer {}

  record Welcome(UUID person) implements Answer {}

  /** With the code a socket is closed with. */
  record Refused(short code) implements Answer {}

  private final Sessions sessions;
  private final Memberships memberships;

  Listeners(Sessions sessions, Memberships memberships) {
    this.sessions = sessions;
    this.memberships = memberships;
  }

  /** Fails where that can't be found out now. */
  Uni<Answer> ask(String cookie, UUID workspace) {
    return sessions
        .find(cookie)
        .chain(session ->
            session.isEmpty()
                ? Uni.createFrom().item(new Refused(LiveSocket.SIGNED_OUT))
                : memberships
                    .role(session.get().user(), workspace)
                    .map(role ->
                        role.isEmpty()
                            ? new Refused(LiveSocket.NO_MEMBER)
                            : new Welcome(session.get().user())));
  }
}
