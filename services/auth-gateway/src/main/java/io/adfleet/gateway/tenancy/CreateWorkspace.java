package io.adfleet.gateway.tenancy;

import io.adfleet.contracts.Ids;
import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import io.adfleet.gateway.idempotency.Once;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a workspace together with its owner. */
@ApplicationScoped
class CreateWorkspace {

  private final WorkspaceStore workspaces;
  private final MembershipStore memberships;
  private final TenancyPublisher publisher;
  private final Once once;
  private final Clock clock;

  CreateWorkspace(
      WorkspaceStore workspaces,
      MembershipStore memberships,
      TenancyPublisher publisher,
      Once once,
      Clock clock) {
    this.workspaces = workspaces;
    this.memberships = memberships;
    this.publisher = publisher;
    this.once = once;
    this.clock = clock;
  }

  Uni<WorkspaceView> create(WorkspaceDraft draft, UUID owner, @Nullable String idempotencyKey) {
    List<FieldError> faults = draft.faultsOfNew();
    if (!faults.isEmpty()) {
      throw new ProblemException(Problems.INVALID, "The workspace can't be made like this.")
          .with(faults.toArray(FieldError[]::new));
    }
    Instant now = clock.instant();
    Workspace workspace =
        new Workspace(
            Ids.next(),
            Objects.requireNonNull(draft.cleanName()),
            Objects.requireNonNull(draft.currency()),
            Objects.requireNonNull(draft.zone()),
            1,
            now);
    return once.run(
        new Once.Asked(owner, idempotencyKey, "POST /api/workspaces", draft),
        workspace.id(),
        WorkspaceView.class,
        connection -> insert(connection, workspace, owner, now));
  }

  private Uni<WorkspaceView> insert(
      SqlConnection connection, Workspace workspace, UUID owner, Instant now) {
    return workspaces
        .insert(connection, workspace)
        .chain(() -> memberships.upsert(connection, workspace.id(), owner, Role.OWNER, now))
        .chain(membership ->
            publisher.say(connection, workspace).chain(() -> publisher.say(connection, membership)))
        .replaceWith(WorkspaceView.of(workspace, Role.OWNER));
  }
}
