package io.adfleet.gateway.tenancy;

import io.adfleet.contracts.Tenancy;
import io.adfleet.contracts.Topic;
import io.adfleet.messaging.Outbox;
import io.adfleet.messaging.Outgoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Tells the fleet about workspaces and members, once the caller's transaction has committed. */
@ApplicationScoped
class TenancyPublisher {

  private final Outbox outbox;

  TenancyPublisher(Outbox outbox) {
    this.outbox = outbox;
  }

  Uni<Void> say(SqlConnection connection, Workspace workspace) {
    return add(
        connection,
        new Tenancy(
            workspace.id(),
            Tenancy.WORKSPACE,
            workspace.id().toString(),
            workspace.name(),
            workspace.currency(),
            workspace.zone(),
            null,
            false,
            workspace.version()));
  }

  Uni<Void> say(SqlConnection connection, Membership membership) {
    return add(connection, fact(membership, false));
  }

  /** Says that somebody no longer is a member. */
  Uni<Void> sayRemoved(SqlConnection connection, Membership membership) {
    return add(connection, fact(membership, true));
  }

  private static Tenancy fact(Membership membership, boolean removed) {
    return new Tenancy(
        membership.workspace(),
        Tenancy.MEMBERSHIP,
        membership.user().toString(),
        null,
        null,
        null,
        membership.role().word(),
        removed,
        membership.version());
  }

  private Uni<Void> add(SqlConnection connection, Tenancy fact) {
    return outbox.add(connection, List.of(Outgoing.of(Topic.TENANCY, fact)));
  }
}
