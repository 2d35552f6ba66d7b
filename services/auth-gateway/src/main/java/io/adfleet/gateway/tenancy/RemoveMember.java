package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes somebody's role in a workspace away, and the tokens they made there with it. */
@ApplicationScoped
class RemoveMember {

  private final MembershipStore store;
  private final Memberships memberships;
  private final TenancyPublisher publisher;
  private final Tenants tenants;

  RemoveMember(
      MembershipStore store, Memberships memberships, TenancyPublisher publisher, Tenants tenants) {
    this.store = store;
    this.memberships = memberships;
    this.publisher = publisher;
    this.tenants = tenants;
  }

  Uni<Void> remove(UUID workspace, UUID user, Role remover) {
    return tenants
        .inWorkspace(workspace, connection -> remove(connection, workspace, user, remover))
        .invoke(() -> memberships.forget(user, workspace));
  }

  private Uni<Void> remove(SqlConnection connection, UUID workspace, UUID user, Role remover) {
    return store
        .seats(connection, workspace)
        .invoke(seats -> seats.check(remover, user, null))
        .chain(() -> store.delete(connection, workspace, user))
        .map(removed -> removed.orElseThrow(ProblemException::notFound))
        .chain(removed -> publisher.sayRemoved(connection, removed));
  }
}
