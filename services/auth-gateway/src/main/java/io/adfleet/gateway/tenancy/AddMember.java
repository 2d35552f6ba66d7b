package io.adfleet.gateway.tenancy;

import io.adfleet.defaults.PlainText;
import io.adfleet.defaults.ProblemException;
import io.adfleet.defaults.Role;
import io.adfleet.defaults.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives somebody a role in a workspace, or another one than they have. */
@ApplicationScoped
class AddMember {

  /** Whom to add as what. */
  record Draft(@Nullable String email, @Nullable String role) {}

  private final MembershipStore store;
  private final Memberships memberships;
  private final TenancyPublisher publisher;
  private final Tenants tenants;
  private final Clock clock;

  AddMember(
      MembershipStore store,
      Memberships memberships,
      TenancyPublisher publisher,
      Tenants tenants,
      Clock clock) {
    this.store = store;
    this.memberships = memberships;
    this.publisher = publisher;
    this.tenants = tenants;
    this.clock = clock;
  }

  Uni<MembershipStore.Member> add(UUID workspace, Draft draft, Role giver) {
    String email = draft.email();
    if (email == null || email.isBlank() || !PlainText.isLine(email.strip())) {
      throw ProblemException.invalid(
          "email", "is missing or no plain text", "Give the address they sign in with.");
    }
    Role role =
        (draft.role() == null ? Optional.<Role>empty() : Role.of(draft.role()))
            .orElseThrow(() ->
                ProblemException.invalid(
                    "role", "is not a role", "Give viewer, analyst, admin or owner."));
    return tenants
        .inWorkspace(workspace, c -> add(c, workspace, email.strip(), role, giver))
        .invoke(member -> memberships.forget(member.user(), workspace));
  }

  private Uni<MembershipStore.Member> add(
      SqlConnection connection, UUID workspace, String email, Role role, Role giver) {
    return store
        .userOfEmail(connection, email)
        .map(user ->
            user.orElseThrow(() ->
                ProblemException.invalid(
                    "email",
                    "belongs to nobody who has signed in here with a confirmed address",
                    "Ask them to confirm it in a mail of the sign-in page, and to sign in once;"
                        + " then add them.")))
        .call(user -> store.seats(connection, workspace).invoke(s -> s.check(giver, user, role)))
        .chain(user -> store.upsert(connection, workspace, user, role, clock.instant()))
        .call(membership -> publisher.say(connection, membership))
        .map(membership -> new MembershipStore.Member(membership.user(), email, role));
  }
}
