package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.FieldError;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Problems;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Renames a workspace, or changes what its figures are shown in. */
@ApplicationScoped
class ChangeWorkspace {

  private final WorkspaceStore workspaces;
  private final TenancyPublisher publisher;
  private final Tenants tenants;
  private final Clock clock;

  ChangeWorkspace(
      WorkspaceStore workspaces, TenancyPublisher publisher, Tenants tenants, Clock clock) {
    this.workspaces = workspaces;
    this.publisher = publisher;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Changes it if it still is the version the caller saw.
   *
   * @param ifMatch the ETag the caller saw; null where they don't mind
   */
  Uni<Workspace> change(UUID id, WorkspaceDraft draft, Role role, @Nullable String ifMatch) {
    List<FieldError> faults = draft.faults();
    if (!faults.isEmpty()) {
      throw new ProblemException(Problems.INVALID, "The workspace can't be changed like this.")
          .with(faults.toArray(FieldError[]::new));
    }
    if (draft.empty()) {
      throw ProblemException.invalid(
          "body", "changes nothing", "Send at least one of name, currency and zone.");
    }
    if (draft.touchesMoneyOrTime() && !role.atLeast(Role.OWNER)) {
      throw new ProblemException(
          Problems.FORBIDDEN,
          "Base currency and reporting zone are changed by an owner; you are "
              + role.word()
              + ". Ask an owner of the workspace.");
    }
    return tenants.inWorkspace(
        id,
        connection -> change(connection, id, draft, version -> matches(ifMatch, version, role)));
  }

  private Uni<Workspace> change(
      SqlConnection connection, UUID id, WorkspaceDraft draft, Predicate<Workspace> expected) {
    return workspaces
        .find(connection, id)
        .map(found -> found.orElseThrow(ProblemException::notFound))
        .chain(present -> {
          if (!expected.test(present)) {
            throw stale();
          }
          Workspace changed = present.changedBy(draft, clock.instant());
          return changed == present ? Uni.createFrom().item(present) : store(connection, changed);
        });
  }

  private Uni<Workspace> store(SqlConnection connection, Workspace changed) {
    return workspaces
        .update(connection, changed)
        .chain(updated -> {
          if (!updated) {
            throw stale();
          }
          return publisher.say(connection, changed);
        })
        .replaceWith(changed);
  }

  private static boolean matches(@Nullable String ifMatch, Workspace present, Role role) {
    return ifMatch == null || ifMatch.equals("*") || ifMatch.equals(present.etag(role));
  }

  private static ProblemException stale() {
    return new ProblemException(
        Problems.STALE_VERSION,
        "Somebody changed this workspace since you read it. Read it again and repeat the change.");
  }
}
